def handler(event, context):
    return "report of VERSION"
