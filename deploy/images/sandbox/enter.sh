#!/bin/sh
# Starts one program of an unpacked image the way a restricted pod would: own mounts and processes, read-only root, no rights.
# Runs as root inside new mount and pid namespaces. enter.sh ROOTFS WORKDIR SOURCE:TARGET:ro|rw… -- PROGRAM ARGUMENT…
set -eu
root=$1 workdir=$2
shift 2
mount --make-rprivate /
mount --bind "$root" "$root"
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
mount -t tmpfs -o mode=0755,nosuid tmpfs "$root/dev"
for device in null zero random urandom; do
  : >"$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
ln -s /proc/self/fd "$root/dev/fd"
ln -s /proc/self/fd/0 "$root/dev/stdin"
ln -s /proc/self/fd/1 "$root/dev/stdout"
ln -s /proc/self/fd/2 "$root/dev/stderr"
mkdir "$root/dev/shm"
mount -t tmpfs -o mode=1777,nosuid,nodev,size=64m tmpfs "$root/dev/shm"
mount -t tmpfs -o mode=1777,nosuid,nodev,size=64m tmpfs "$root/tmp"
while [ "$1" != -- ]; do
  source=${1%%:*} rest=${1#*:}
  target=${rest%%:*} mode=${rest#*:}
  mkdir -p "$root$target"
  mount --bind "$source" "$root$target"
  mount -o "remount,bind,$mode,nosuid,nodev" "$root$target"
  shift
done
shift
mount -o remount,bind,ro "$root"
# leaving root drops every capability, and no_new_privs keeps it so
exec setpriv --no-new-privs -- unshare --root "$root" --wd "$workdir" --setgid 65532 --setuid 65532 -- "$@"
