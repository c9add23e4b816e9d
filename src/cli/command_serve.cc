// runbookc serve: the site in a browser, as it is being written.
#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <set>
#include <system_error>

#include "base/text.h"
#include "cli/built_site.h"
#include "cli/clock.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/project_notices.h"
#include "cli/project_watch.h"
#include "cli/session.h"
#include "cli/type_notices.h"
#include "report/safe_text.h"
#include "serve/change_window.h"
#include "serve/folder_watch.h"
#include "serve/http_server.h"

namespace runbookc {
namespace {

using Time = std::chrono::steady_clock::time_point;

constexpr std::uint16_t kUsualPort = 8000;

Time now() { return std::chrono::steady_clock::now(); }

std::string milliseconds_since(Time start) {
  return fmt::format("{} ms",
                     std::chrono::duration_cast<std::chrono::milliseconds>(now() - start).count());
}

Result<std::uint16_t> read_port(const Arguments& arguments) {
  if (!arguments.has("--port")) return kUsualPort;
  const std::string text = arguments.last("--port");
  std::uint16_t port = 0;
  const char* end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, port);
  if (problem == std::errc() && stop == end && !text.empty()) return port;
  return Error{fmt::format("'{}' is no port for --port", safe_text(text)),
               "it is a whole number from 0 to 65535; 0 is any free one"};
}

std::string findings_text(const Report& report) {
  const DiagnosticCounts counts = count_by_severity(report.diagnostics);
  return count_of(counts.errors, "error") + ", " + count_of(counts.warnings, "warning");
}

// Follows the project's files and answers browsers, until it is interrupted.
class SiteServer {
 public:
  SiteServer(Session& session, const Arguments& arguments)
      : session_(session), arguments_(arguments) {
    hushed_.configure(ColorChoice::never, true);
  }

  std::optional<HttpResponse> answer(const HttpRequest& request, bool may_wait) {
    return responder_.answer(request, may_wait);
  }

  // Makes the first site. An Error if there is none to be made: then there is nothing to serve.
  Status open();
  void greet(std::uint16_t port, Time start) const;
  void run(HttpServer& server, const Interrupt& interrupt);

 private:
  void take_changes();
  void renew(HttpServer& server);
  Status build(Session& session);
  Status follow(const Project& project);
  Status refresh_today(Session& session) const;
  void tell_renewal(Time start) const;
  std::string changed_text() const;

  Session& session_;
  const Arguments& arguments_;
  Console hushed_;  // what was said when the first site was made is not said at each save
  std::unique_ptr<BuiltSite> site_;
  LiveResponder responder_;
  std::optional<FolderWatch> watch_;
  ChangeWindow window_;
  std::set<std::string> changed_;  // since the last renewal
};

Status SiteServer::follow(const Project& project) {
  WatchPlan plan = watch_plan(project);
  if (watch_) return watch_->follow(std::move(plan));
  auto watch = FolderWatch::start(project.roots.root, std::move(plan));
  if (!watch) return watch.error();
  watch_.emplace(*std::move(watch));
  return Done{};
}

// Watches before it reads, so that no change falls in between.
Status SiteServer::build(Session& session) {
  auto project = open_project(session, {});
  if (!project) return project.error();
  const Status followed = follow(*project);
  if (!followed) return followed.error();
  auto site = build_site_in_memory(session, *std::move(project), arguments_, site_.get());
  if (!site) return site.error();
  responder_.show((*site)->live, {changed_.begin(), changed_.end()});
  site_ = *std::move(site);
  return Done{};
}

Status SiteServer::open() {
  const Status built = build(session_);
  if (!built) return built.error();
  note_types(session_, site_->project, site_->report);
  note_project_file(session_, site_->project, site_->analysis.corpus);
  return Done{};
}

void SiteServer::greet(std::uint16_t port, Time start) const {
  if (session_.quiet) return;
  session_.console.print(fmt::format("serving http://127.0.0.1:{}/ (Ctrl-C ends it)\n", port));
  session_.console.print(fmt::format("{} in {}: {}\n", count_of(site_->report.files, "document"),
                                     milliseconds_since(start), findings_text(site_->report)));
}

void SiteServer::take_changes() {
  const auto changes = watch_->take();
  if (!changes) {
    session_.console.report(changes.error());
  } else if (changes->any()) {
    changed_.insert(changes->paths.begin(), changes->paths.end());
  } else {
    return;
  }
  window_.note_change(now());
}

// A server may run for days.
Status SiteServer::refresh_today(Session& session) const {
  if (session_.today_is_fixed) return Done{};
  const auto today = resolve_today(std::nullopt, std::nullopt);
  if (!today) return today.error();
  session.today = *today;
  return Done{};
}

void SiteServer::renew(HttpServer& server) {
  const Time start = now();
  window_.clear();
  Session session{.console = hushed_,
                  .config_file = session_.config_file,
                  .started_in = session_.started_in,
                  .today = session_.today,
                  .today_is_fixed = session_.today_is_fixed,
                  .threads = session_.threads,
                  .quiet = true,
                  .verbose = session_.verbose,
                  .observer = session_.observer};
  Status built = refresh_today(session);
  if (built) built = build(session);
  if (built) {
    tell_renewal(start);
  } else {
    session_.console.report(built.error());
    session_.console.note("the site is as it was before");
    responder_.show_error(built.error());
  }
  changed_.clear();
  server.wake(now());
}

std::string SiteServer::changed_text() const {
  if (changed_.empty()) return "changes";
  const std::string& path = *changed_.begin();
  const std::string first = safe_path(path.starts_with('/') ? path : site_->project.paths(path));
  return changed_.size() == 1 ? first : fmt::format("{} and {} more", first, changed_.size() - 1);
}

void SiteServer::tell_renewal(Time start) const {
  session_.console.note(fmt::format("{}: renewed in {}; {}", changed_text(),
                                    milliseconds_since(start), findings_text(site_->report)));
}

// How long to wait for something to happen, for poll(); -1 is for ever.
int patience(const std::optional<Time>& a, const std::optional<Time>& b) {
  if (!a && !b) return -1;
  const Time first = std::min(a.value_or(Time::max()), b.value_or(Time::max()));
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - now());
  constexpr std::int64_t kLongest = 60'000;
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, kLongest));
}

void SiteServer::run(HttpServer& server, const Interrupt& interrupt) {
  std::array<pollfd, 3> ready = {pollfd{server.descriptor(), POLLIN, 0},
                                 pollfd{watch_->descriptor(), POLLIN, 0},
                                 pollfd{interrupt.descriptor(), POLLIN, 0}};
  for (;;) {
    ::poll(ready.data(), ready.size(), patience(window_.due(), server.due()));
    if (ready[2].revents != 0) return;
    if (ready[1].revents != 0) take_changes();
    server.serve(now());
    const auto due = window_.due();
    if (due && *due <= now()) renew(server);
  }
}

Result<int> run(Session& session, const Arguments& arguments) {
  const Time start = now();
  const auto port = read_port(arguments);
  if (!port) return port.error();
  SiteServer site(session, arguments);
  // First of all, since it is the likeliest to fail; browsers that are early wait.
  auto server = HttpServer::start(*port, [&site](const HttpRequest& request, bool may_wait) {
    return site.answer(request, may_wait);
  });
  if (!server) return server.error();
  const Status opened = site.open();
  if (!opened) return opened.error();
  const auto interrupt = Interrupt::watch();
  if (!interrupt) return interrupt.error();
  site.greet(server->port(), start);
  const Status told = session.console.finish();
  if (!told) return told.error();
  site.run(*server, *interrupt);
  return kExitFine;
}

}  // namespace

const CliCommand& serve_command() {
  static const CliCommand command = {
      .name = "serve",
      .summary = "show the site in a browser, and again after each save",
      .details =
          "The site is served from memory, to this machine only. A save shows at once, with\n"
          "what is found on the page; with a broken project file, schema or template the last\n"
          "good site stays. No site is written: `runbookc build` does.",
      .options = {{"--port", "N", "listen at this port (default: 8000; 0: any free one)"}},
      .positionals = {},
      .run = run};
  return command;
}

}  // namespace runbookc
