runbookcSearch.pages(0,"a3b70a0685b29909",[
{"url":"index.html","title":"Northwind runbooks","path":"content/README.md","type":"index","severity":[],"owners":["Data Platform"],"status":"active","review":"current","due":"2027-05-01","alerts":[],"units":[
{"kind":"page","line":1,"text":"Start with the alert that woke you. The database has its own folder."},
{"kind":"section","line":10,"anchor":"when-nothing-fits","heading":"When nothing fits","text":"Fail over or escalate."}]},
{"url":"db/failover.html","title":"Fail over the orders database","path":"content/db/failover.md","type":"runbook","severity":["P1","P2"],"owners":["Data Platform","Mara Lund","nobody"],"status":"active","review":"overdue","due":"2026-05-30","alerts":["OrdersPrimaryDown"],"units":[
{"kind":"page","line":1,"text":"Promote a replica when the primary is gone."},
{"kind":"section","line":21,"anchor":"purpose","heading":"Purpose","text":"Promote a replica. See the dashboard, the way back, the home page, the draft, nothing, notes, and a map. Writes stop for a minute."},
{"kind":"section","line":29,"anchor":"procedure","heading":"Procedure","text":"Look at the cluster. $ kubectl get pods -n orders NAME READY orders-0 1/1 $ printf '%s\\n' \"$HOME/x\" | > sort /root/x Promote, \"quoted\" & . # The candidate first kubectl exec -n orders orders-1 -- patronictl list kubectl exec -n orders orders-1 -- \\ patronictl failover orders --candidate \u003cCANDIDATE> --force\u2026"},
{"kind":"section","line":59,"anchor":"roll-back","heading":"Roll back","text":"Nothing is lost. Ask first. key: \u003cvalue>"},
{"kind":"command","line":34,"anchor":"cmd.05812b8e3a","section":2,"text":"kubectl get pods -n orders","description":"Look at the cluster.","risk":"read","standalone":true},
{"kind":"command","line":37,"anchor":"cmd.9a2eececaa","section":2,"text":"printf '%s\\n' \"$HOME/x\" |\n  sort","description":"Look at the cluster.","risk":"read","standalone":true},
{"kind":"command","line":46,"anchor":"cmd.a7e87723a5","section":2,"text":"kubectl exec -n orders orders-1 -- patronictl list","description":"The candidate first","risk":"read","standalone":true},
{"kind":"command","line":47,"anchor":"cmd.3c57db388c","section":2,"text":"kubectl exec -n orders orders-1 -- \\\n  patronictl failover orders --candidate \u003cCANDIDATE> --force","description":"The candidate first","risk":"mutate","standalone":true,"placeholders":true}]},
{"url":"hostile.html","title":"\u003c/title>\u003cscript>alert(1)\u003c/script> \"quoted\" & 'single' {{body}}","path":"content/hostile.md","type":"page","severity":[],"owners":["\">\u003cimg src=x onerror=alert(1)>"],"status":"active","review":"unknown","due":"","alerts":[],"units":[
{"kind":"page","line":1,"text":"\u003c/meta> \" onload=alert(1)"},
{"kind":"command","line":25,"anchor":"cmd.c2e7d64d93","text":"echo averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword","description":"averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword","risk":"read","standalone":true}]}])
