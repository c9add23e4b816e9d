for p in $(kubectl get pods -o name); do
  kubectl delete "$p" --namespace="${NS:?}" || { echo "no $p" >&2; exit 1; }
done
cat <<'EOF' | psql -h <HOST> | tee >(wc -l)
DROP TABLE x;
EOF
if [[ $a =~ ^x ]]; then case $b in x|y) :;; *) ((i++)) ;; esac; fi
f() { local x=`date`; printf '%s\n' $'a\tb' "${x//a/b}"; }
sudo ssh h 'xargs -n1 rm -rf' < list
