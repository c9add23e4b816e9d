#include "serve/live_responder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/digest.h"
#include "base/path.h"
#include "base/text.h"
#include "report/safe_text.h"
#include "serve/live_page.h"
#include "serve/live_state.h"
#include "serve/media_type.h"

namespace runbookc {
namespace {

constexpr int kFine = 200;
constexpr int kMoved = 301;
constexpr int kNotFound = 404;
constexpr std::string_view kNotFoundPage = "404.html";
constexpr std::size_t kStateDigits = 16;

bool is_page(std::string_view file) { return file.ends_with(".html"); }

HttpResponse file_of(std::string_view name, std::string bytes) {
  HttpResponse response;
  response.media_type = media_type(name);
  response.body = std::move(bytes);
  // An image that is opened by itself is a document, and could run what is in it.
  if (name.ends_with(".svg") || name.ends_with(".xml")) {
    response.headers.emplace_back("Content-Security-Policy",
                                  "default-src 'none'; style-src 'unsafe-inline'");
  }
  return response;
}

HttpResponse moved_to(const std::string& path) {
  HttpResponse response = plain_response(kMoved, path);
  response.headers.emplace_back("Location", path);
  return response;
}

}  // namespace

void LiveResponder::show(LiveSite& site, const std::vector<std::string>& changed_paths) {
  const bool picture = std::ranges::any_of(
      changed_paths, [&](const std::string& path) { return site.site.copies_from(path); });
  if (picture) ++pictures_;
  site_ = &site;
  error_.reset();
}

// A page of the same bytes with another picture in it is another page to who looks at it.
std::string LiveResponder::state_of(std::string_view bytes) const {
  return fmt::format("{}-{}", hash_hex(bytes).substr(0, kStateDigits), pictures_);
}

LiveResponder::Found LiveResponder::find(std::string_view url_path) const {
  if (auto file = site_->site.file_at(url_path)) return {*std::move(file), kFine};
  if (site_->site.file_at("/" + std::string(kNotFoundPage))) {
    return {std::string(kNotFoundPage), kNotFound};
  }
  return {"", kNotFound};
}

// Follows changes like any page: it may come to be there.
HttpResponse LiveResponder::not_found(std::string_view url_path) const {
  HttpResponse response;
  response.status = kNotFound;
  response.media_type = media_type(kNotFoundPage);
  response.body = with_live_script(fmt::format("<!doctype html>\n<title>404 Not Found</title>\n"
                                               "<p>404 Not Found: the site has no {}</p>\n",
                                               escape_html(safe_text(std::string(url_path)))),
                                   state_of(""));
  return response;
}

HttpResponse LiveResponder::file_response(std::string_view url_path) {
  if (site_->site.is_folder_without_slash(url_path) && !site_->site.file_at(url_path)) {
    return moved_to(percent_encode_path(std::string(url_path) + "/"));
  }
  const Found found = find(url_path);
  auto bytes = site_->site.bytes(found.file);
  if (!bytes) return not_found(url_path);
  if (is_page(found.file)) bytes = with_live_script(*bytes, state_of(*bytes));
  HttpResponse response = file_of(found.file, *std::move(bytes));
  response.status = found.status;
  return response;
}

std::optional<HttpResponse> LiveResponder::live_response(const HttpRequest& request,
                                                         bool may_wait) {
  const Found found = find(percent_decode(query_value(request.query, "path")));
  const auto bytes = site_->site.bytes(found.file);
  const std::string page = state_of(bytes.value_or(""));
  const LiveNotes notes{.findings = site_->findings(found.file), .error = error_};
  const bool is_same = page == query_value(request.query, "page") &&
                       notes_state(notes) == query_value(request.query, "state");
  if (is_same && may_wait) return std::nullopt;
  return file_of("live.json", live_state_json(page, notes));
}

std::optional<HttpResponse> LiveResponder::answer(const HttpRequest& request, bool may_wait) {
  if (request.path == kLiveData) return live_response(request, may_wait);
  if (request.path == kLiveScript) return file_of("live.js", site_->assets.script);
  if (request.path == kLiveStyle) return file_of("live.css", site_->assets.style);
  return file_response(request.path);
}

}  // namespace runbookc
