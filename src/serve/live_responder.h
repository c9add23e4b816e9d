// Answers requests from a site in memory, whose pages follow what is edited.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "serve/http_request.h"
#include "serve/http_response.h"
#include "serve/live_assets.h"
#include "serve/served_site.h"

namespace runbookc {

// A site and what is found in its sources.
struct LiveSite {
  ServedSite site;
  LiveAssets assets;
  // Findings of the document that the file of the site was made of; none for other files.
  std::function<std::vector<const Diagnostic*>(std::string_view file)> findings;
};

class LiveResponder {
 public:
  // From now on `site`, which must outlive that, is served, and nothing is broken. `changed_paths`
  // are those of the project's files that may have changed since: a page shows again if a picture
  // did.
  void show(LiveSite& site, const std::vector<std::string>& changed_paths);
  // The site is the one from before, for this reason.
  void show_error(Error error) { error_ = std::move(error); }

  // Precondition: a site was shown. A question for changes is answered when there are some, or
  // without `may_wait`; everything else at once.
  std::optional<HttpResponse> answer(const HttpRequest& request, bool may_wait);

 private:
  // What a URL leads to.
  struct Found {
    std::string file;  // of the site; "": none
    int status = 0;
  };
  Found find(std::string_view url_path) const;
  HttpResponse file_response(std::string_view url_path);
  HttpResponse not_found(std::string_view url_path) const;
  std::optional<HttpResponse> live_response(const HttpRequest& request, bool may_wait);
  std::string state_of(std::string_view bytes) const;

  LiveSite* site_ = nullptr;
  std::optional<Error> error_;
  std::uint64_t pictures_ = 0;  // how often a copied file changed
};

}  // namespace runbookc
