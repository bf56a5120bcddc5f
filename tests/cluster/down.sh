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
for n in 1 2 3; do
  umount "$work/pg$n" 2>/dev/null || umount -l "$work/pg$n" 2>/dev/null
  ip netns del "search-pg$n" 2>/dev/null
done
ip link del search-br 2>/dev/null
rm -rf "$work"
