def handler(event, context):
    return {"statusCode": 200, "body": event.get("body") or event.get("rawPath") or event["path"]}
