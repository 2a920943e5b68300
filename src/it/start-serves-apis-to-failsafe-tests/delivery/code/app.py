def handler(event, context):
    return {"statusCode": 200, "body": "on its way: " + event["pathParameters"]["id"]}
