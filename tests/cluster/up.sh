#!/usr/bin/env bash
# Starts a real cluster on one machine: etcd, three PostgreSQL under Patroni (one synchronous standby), three hosts, HAProxy.
# Each PostgreSQL has a network namespace and a file system of its own, so that it can be cut off and its disk can be filled.
# Needs root and Debian's postgresql, patroni, etcd-server, haproxy, iproute2, e2fsprogs.
# usage: up.sh [FOLDER]   (default: a folder under the system's temporary one)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/../.." && pwd)
work=${1:-${TMPDIR:-/tmp}/search-cluster}
for program in etcd patroni haproxy setpriv curl ip mkfs.ext4; do command -v "$program" >/dev/null || { echo "$program is missing" >&2; exit 1; }; done
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
mkdir -p "$work"/{etcd,log,uploads,corpus} && chmod 755 "$work"
start() { local name=$1; shift; setsid "$@" >>"$work/log/$name.log" 2>&1 </dev/null & echo $! >"$work/$name.pid"; }

# A bridge of the machine is 10.77.0.254, the namespace of database node N is 10.77.0.N.
ip link show search-br >/dev/null 2>&1 || { ip link add search-br type bridge; ip addr add 10.77.0.254/24 dev search-br; ip link set search-br up; }
for n in 1 2 3; do
  ip netns list | grep -q "^search-pg$n\b" && continue
  ip netns add search-pg$n
  ip link add search-v$n type veth peer name eth0 netns search-pg$n
  ip link set search-v$n master search-br up
  ip -n search-pg$n addr add 10.77.0.$n/24 dev eth0
  ip -n search-pg$n link set eth0 up
  ip -n search-pg$n link set lo up
done

start etcd etcd --name e1 --data-dir "$work/etcd" --enable-v2=true --listen-client-urls http://10.77.0.254:23790 --advertise-client-urls http://10.77.0.254:23790 \
  --listen-peer-urls http://127.0.0.1:23800 --initial-advertise-peer-urls http://127.0.0.1:23800 --initial-cluster e1=http://127.0.0.1:23800

for n in 1 2 3; do
  mkdir -p "$work/pg$n"
  [ -f "$work/pg$n.img" ] || { truncate -s 1G "$work/pg$n.img"; mkfs.ext4 -q "$work/pg$n.img"; }
  mountpoint -q "$work/pg$n" || mount -o loop "$work/pg$n.img" "$work/pg$n"
  chown postgres: "$work/pg$n"; chmod 700 "$work/pg$n"
  cat >"$work/patroni$n.yml" <<EOF
scope: search
name: pg$n
restapi: { listen: "10.77.0.$n:18010", connect_address: "10.77.0.$n:18010" }
etcd: { host: "10.77.0.254:23790" }
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 5
    retry_timeout: 5
    primary_start_timeout: 0
    synchronous_mode: true
    postgresql: { use_pg_rewind: true, parameters: { max_connections: 100, wal_keep_size: "64MB", wal_log_hints: "on" } }
  initdb: [ { encoding: UTF8 }, data-checksums ]
postgresql:
  listen: "10.77.0.$n:5432"
  connect_address: "10.77.0.$n:5432"
  data_dir: "$work/pg$n/data"
  bin_dir: "$bin"
  pgpass: "$work/pg$n/pgpass"
  pg_hba: [ "host all all 10.77.0.0/24 trust", "host replication all 10.77.0.0/24 trust" ]
  authentication: { superuser: { username: postgres }, replication: { username: replicator }, rewind: { username: postgres } }
  parameters: { unix_socket_directories: "$work/pg$n", shared_buffers: 32MB }
EOF
  chown postgres: "$work/patroni$n.yml"
  start patroni$n ip netns exec search-pg$n setpriv --reuid=postgres --regid=postgres --clear-groups env HOME="$work/pg$n" patroni "$work/patroni$n.yml"
done

echo "waiting for a primary with a synchronous standby"
until psql "host=10.77.0.1,10.77.0.2,10.77.0.3 user=postgres dbname=postgres target_session_attrs=primary connect_timeout=2" -Atqc \
  "SELECT count(*) FROM pg_stat_replication WHERE sync_state IN ('sync','quorum')" 2>/dev/null | grep -qx '[1-9]'; do sleep 1; done
psql "host=10.77.0.1,10.77.0.2,10.77.0.3 user=postgres dbname=postgres target_session_attrs=primary" -Atqc "CREATE DATABASE search" || true

export Search__Store="Host=10.77.0.1,10.77.0.2,10.77.0.3;Database=search;Username=postgres"
export Logging__Console__FormatterName=simple Logging__Console__FormatterOptions__TimestampFormat="HH:mm:ss.fff "
export Search__Uploads="$work/uploads" Search__Corpus="$work/corpus" Search__Watch=false
search="dotnet $root/src/Search.Cli/bin/Debug/net10.0/search.dll"
for n in 1 2 3; do
  Search__Node=node$n start node$n $search serve --data "$work/node$n" --urls "http://127.0.0.1:1508$n"
done
cat >"$work/haproxy.cfg" <<EOF
defaults
  mode http
  timeout connect 2s
  timeout client 60s
  timeout server 60s
  retries 2
  option redispatch
frontend f
  bind 127.0.0.1:15080
  default_backend b
backend b
  option httpchk GET /readyz
  default-server check inter 1s fall 2 rise 1
$(for n in 1 2 3; do echo "  server n$n 127.0.0.1:1508$n"; done)
EOF
start haproxy haproxy -f "$work/haproxy.cfg"
until [ "$(for n in 1 2 3; do curl -fs "http://127.0.0.1:1508$n/readyz" >/dev/null && echo ok; done | wc -l)" = 3 ]; do sleep 1; done
# Made in the folder of a host that runs: the others know it within a moment.
[ -f "$work/key" ] || $search keys create cluster --scope search read ingest --data "$work/node1" --json | grep -oE '"key": *"[^"]+"' | cut -d'"' -f4 >"$work/key"
echo "up: http://127.0.0.1:15080, folder $work"
