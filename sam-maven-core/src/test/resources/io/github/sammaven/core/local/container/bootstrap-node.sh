#!/bin/sh
export NODE_PATH=/opt/nodejs/node_modules
exec /var/lang/bin/node /var/runtime/bootstrap.mjs
