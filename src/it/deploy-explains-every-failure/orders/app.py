def handler(event, context):
    print("handling")
    return {"statusCode": 200, "name": event.get("name", "world")}
