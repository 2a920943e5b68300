import os


def handler(event, context):
    print("handling in", "a container" if os.path.exists("/.dockerenv") else "a process")
    if "fail" in event:
        raise ValueError(event["fail"])
    return {"statusCode": 200, "name": event["name"], "root": os.environ["LAMBDA_TASK_ROOT"]}
