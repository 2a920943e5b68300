import json


def handler(event, context):
    if "connectionId" in event["requestContext"]:
        return {"statusCode": 200, "body": event.get("body", "")}
    path = event.get("rawPath") or event["path"]
    if path.endswith("/fail"):
        raise ValueError("as asked")
    return {
        "statusCode": 200,
        "body": json.dumps({"path": path, "version": event.get("version"), "stage": event["requestContext"]["stage"]}),
    }


def authorize(event, context):
    effect = "Allow" if event["authorizationToken"] == "open" else "Deny"
    statement = {"Effect": effect, "Action": "execute-api:Invoke", "Resource": event["methodArn"]}
    return {"principalId": "ada", "policyDocument": {"Version": "2012-10-17", "Statement": [statement]}}
