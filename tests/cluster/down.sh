#!/usr/bin/env bash
# Stops what up.sh started, by the ids it wrote down, and deletes the folder. usage: down.sh [FOLDER]
work=${1:-${TMPDIR:-/tmp}/search-cluster}
for name in haproxy node1 node2 node3 patroni1 patroni2 patroni3 etcd; do
  [ -f "$work/$name.pid" ] && kill -TERM -- -"$(cat "$work/$name.pid")" 2>/dev/null
done
sleep 3
for pid in "$work"/pg*/data/postmaster.pid; do
  [ -f "$pid" ] && kill -QUIT "$(head -1 "$pid")" 2>/dev/null
done
sleep 1
rm -rf "$work"
