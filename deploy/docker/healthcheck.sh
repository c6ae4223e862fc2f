#!/bin/bash
# Is the analyzer on this port of this container ready? The shell's own sockets: the image needs no curl, and no second JVM starts.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET /health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
