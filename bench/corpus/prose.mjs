// Sentences of operations, by what they are for. In braces stand what is drawn for each: {service} the service,
// {peer} another one, {component} a part, {thing} and {quality} ordinary words, {cause}, {n} a digit.

export const purpose = [
  '`{service}` keeps the {component} for {peer} and is called on every {thing} that a customer sends.',
  'Use this page when the {thing} of `{service}` is {quality} and the {component} has not recovered by itself within {n} minutes.',
  'The aim is a {quality} {component} replaced by a healthy one, without a second {thing} lost on the way.',
  'It does not help against {cause} in `{peer}`, which looks the same on the dashboard for the first {n} minutes.',
  'Nothing on this page needs a release; everything can be taken back within {n} minutes.',
  'Most often the reason is {cause} of the {component}, and less often a {quality} {thing} after a rollout.',
];

export const impact = [
  'Customers see a {quality} {thing} in about {n} of a hundred requests, and support hears of it after {n}{n} minutes.',
  '`{peer}` retries for {n} minutes; after that its {thing} fills up and it slows down as well.',
  'Nothing is lost as long as the {component} can write its {thing}; what is {quality} is sent again later.',
  'The nightly {thing} report is late, and the {component} of `{peer}` shows {quality} figures until noon.',
  'Requests that need a {thing} fail with 503; those that only read go on from the cache.',
];

export const check = [
  'Look whether the {component} is {quality}. More than {n} restarts within an hour point to {cause}.',
  'Compare the {thing} with that of the last release; a difference of more than {n} percent is not normal.',
  'If the {thing} is {quality}, go on with the next step. If not, the cause is outside of `{service}`.',
  'See which {component} holds the {thing}. There should be one, and it should change every {n} minutes.',
  'Count the {quality} entries. A few are normal during a rollout; more than {n}{n} are not.',
  'Find out since when the {component} has been {quality}; the first line of the log says so.',
];

export const step = [
  'Take the {quality} {thing} out of rotation, so that no new request reaches the {component}.',
  'Give the {component} a fresh {thing}. It takes up to {n} minutes until clients notice.',
  'Tell the channel that you are about to change the {thing}, and wait for one answer.',
  'Let the {component} drain before you go on; the {thing} must fall below {n}{n}.',
  'Do this for one pod first, and for the others only when its {thing} stays healthy for {n} minutes.',
  'Bring the {component} back in small steps, since a full {thing} at once causes {cause}.',
];

export const caution = [
  'Do not do this during a rollout of `{peer}`: both write to the same {component}.',
  'Never delete the {thing} of the {component}, not even when it looks {quality}.',
  'Only one person changes the {thing} at a time. Say in the channel that it is you.',
  'The {component} counts every attempt: after {n} failures it locks the {thing} for an hour.',
];

export const verify = [
  'The {thing} of `{service}` is back below {n}{n} within {n} minutes, and stays there.',
  'The {component} reports ready on all pods, and none of them has restarted since.',
  'A test request from outside returns in less than {n}00 milliseconds, three times in a row.',
  'The dashboard of `{peer}` shows no {quality} {thing} for a quarter of an hour.',
  'The alert resolves by itself; do not close it by hand.',
];

export const undo = [
  'Undo it if the {thing} is still {quality} after {n}{n} minutes, or if `{peer}` begins to fail.',
  'Going back is safe at any time before the last step; after it the {component} has to be built anew.',
  'The old {thing} is kept for {n} days in the archive of the {component}.',
];

export const background = [
  'The {component} was split from `{peer}` to keep {cause} of one from reaching the other.',
  'Each {thing} passes the {component} first, then the {component}, and is acknowledged only after both.',
  'A {quality} {thing} is not a problem in itself; it becomes one when the {component} runs into {cause}.',
  'Last winter {cause} in the {component} made every {thing} {quality} for {n}{n} minutes, and the limits below date from then.',
  'The limit of {n}{n}0 is a guess from load tests with {n} nodes, and has held since.',
  'With {n} replicas the {component} survives the loss of one zone; with fewer it does not.',
  'Teams that read the {thing} directly, and not through `{service}`, will see {quality} values.',
  'Backups of the {component} are taken every {n} hours and kept for {n}{n} days.',
  'When {peer} is under {cause}, the {thing} grows long before the {component} turns {quality}.',
  'The pods share one connection pool; each may hold {n} connections, and waits for a free one after that.',
  'Terraform owns the {thing}; a change by hand is reverted at the next apply.',
  'Secrets of the {component} are mounted as files, and read again every {n} minutes.',
  'The certificate between `{service}` and `{peer}` is renewed by the cluster, {n}{n} days before it ends.',
  'A rollback of `{service}` does not bring an old {thing} back, since the schema stays.',
  'A failover to another zone takes {n} minutes, in which the {component} answers from its snapshot.',
  'Partitions are spread over the {component} by hash, so that one {quality} {thing} hits one of {n}.',
];
