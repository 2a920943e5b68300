#!/bin/sh
exec /var/jre/bin/java -XX:MaxRAMPercentage=75 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
    -Djava.net.preferIPv4Stack=true -cp "/var/runtime/lib/*" \
    com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$_HANDLER"
