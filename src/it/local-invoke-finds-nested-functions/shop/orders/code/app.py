import os

import greeting


def handler(event, context):
    return {
        "greeting": greeting.TEXT,
        "name": context.function_name,
        "table": os.environ["TABLE"],
        "queue": os.environ["QUEUE"],
        "stage": os.environ["STAGE"],
    }
