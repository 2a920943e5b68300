def handler(event, context):
    print("handling \x1b[31m\x00")
    if "fail" in event:
        raise ValueError(event["fail"])
    return {"statusCode": 200, "name": event.get("name", "world"), "headers": {"content-type": "text/plain"}}
