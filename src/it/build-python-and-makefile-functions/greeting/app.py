import phrases


def handler(event, context):
    return phrases.greeting(event["name"])
