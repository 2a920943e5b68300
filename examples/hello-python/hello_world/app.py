import json


def lambda_handler(event, context):
    name = (event.get("queryStringParameters") or {}).get("name", "world")
    print(f"saying hello to {name}")
    return {
        "statusCode": 200,
        "body": json.dumps({"message": f"hello {name}"}),
    }
