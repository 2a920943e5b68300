#!/bin/sh
exec /var/lang/bin/python3 -s -u -X utf8 /var/runtime/bootstrap.py /opt/python
