#include "base/path.h"
#include "emit/custom_fields.h"
#include "emit/json_document.h"
#include "emit/site_tree.h"
#include "emit/site_urls.h"
#include "emit/site_view.h"
#include "model/command_ids.h"

namespace runbookc {

namespace {

std::vector<std::string> texts_of(const std::vector<Located<std::string>>& located) {
  std::vector<std::string> texts;
  texts.reserve(located.size());
  for (const auto& text : located) texts.push_back(text.value);
  return texts;
}

std::string_view outcome_name(LinkOutcome outcome) {
  switch (outcome) {
    case LinkOutcome::page:
      return "page";
    case LinkOutcome::asset:
      return "asset";
    case LinkOutcome::external:
      return "external";
    case LinkOutcome::folder:
      return "folder";
    case LinkOutcome::generated:
    case LinkOutcome::outside_content:
      return "outside-content";
    case LinkOutcome::target_missing:
      return "target-missing";
    case LinkOutcome::anchor_missing:
      return "anchor-missing";
    case LinkOutcome::case_mismatch:
      return "case-mismatch";
    case LinkOutcome::escapes_root:
      return "escapes-root";
  }
  return "external";
}

class IndexWriter {
 public:
  IndexWriter(const SiteInput& input, const ByteSink& sink)
      : corpus_(input.corpus),
        tree_(input.corpus),
        findings_(findings_by_document(input)),
        json_(begin_json_stream(input, "index", sink)) {}

  void run(const SiteInput& input) {
    write_site();
    write_counts(input);
    json_.key("runbooks").begin_array();
    for (const Page& page : corpus_.pages) {
      if (page.published) write_page(page);
    }
    json_.end_array();
    write_owners();
    end_json_stream(std::move(json_));
  }

 private:
  void write_site() {
    json_.key("site")
        .begin_object()
        .member("title", corpus_.config.site.title)
        .member("base_url", corpus_.config.site.base_url)
        .end_object();
  }

  void write_counts(const SiteInput& input) {
    std::size_t commands = 0;
    for (const Page& page : corpus_.pages) {
      if (page.published) commands += corpus_.document_of(page).commands.size();
    }
    const DiagnosticCounts counts = count_by_severity(input.report.diagnostics);
    const auto write = [this](std::string_view name, std::size_t n) {
      json_.member_number(name, static_cast<std::int64_t>(n));
    };
    json_.key("counts").begin_object();
    write("runbooks", tree_.size());
    write("commands", commands);
    write("owners", corpus_.owners.owners().size());
    write("alerts", corpus_.pages_by_alert.size());
    write("services", corpus_.pages_by_service.size());
    write("tags", corpus_.pages_by_tag.size());
    write("errors", counts.errors);
    write("warnings", counts.warnings);
    write("infos", counts.infos);
    json_.end_object();
  }

  void write_page(const Page& page) {
    const Document& document = corpus_.document_of(page);
    const DiagnosticCounts& findings = findings_[page.document];
    json_.begin_object()
        .member("id", page.id)
        .member("type", page.type)
        .member("title", page.title)
        .member("summary", page.summary)
        .member("path", document.path)
        .member("url", percent_encode_path(page.url))
        .member("status", page.status)
        .member_strings("owners", owner_ids(corpus_, page))
        .key("review")
        .begin_object();
    write_review(json_, page.review);
    json_.end_object()
        .member_strings("severity", texts_of(page.metadata.severity))
        .member_strings("services", texts_of(page.metadata.services))
        .member_strings("tags", texts_of(page.metadata.tags))
        .member_strings("alerts", texts_of(page.metadata.alerts));
    write_sections(document);
    write_links(page, document);
    write_backlinks(page);
    write_parameters(page);
    write_fields(page);
    write_commands(page, document);
    json_.key("findings")
        .begin_object()
        .member_number("errors", static_cast<std::int64_t>(findings.errors))
        .member_number("warnings", static_cast<std::int64_t>(findings.warnings))
        .end_object()
        .member("hash", document.source_hash)
        .end_object();
  }

  void write_sections(const Document& document) {
    json_.key("sections").begin_array();
    for (const Section& section : document.sections) {
      json_.begin_object()
          .member("title", section.title)
          .member("anchor", section.anchor)
          .member_number("level", section.level)
          .member_number("line", section.span.start.line)
          .end_object();
    }
    json_.end_array();
  }

  void write_links(const Page& page, const Document& document) {
    json_.key("links").begin_array();
    for (std::size_t i = 0; i < document.links.size(); ++i) {
      const Link& link = document.links[i];
      json_.begin_object()
          .member("kind", outcome_name(page.links[i].outcome))
          .member("target", link.target)
          .member_number("line", link.span.start.line)
          .member_or_null("resolved", resolved(link, page.links[i]))
          .end_object();
    }
    json_.end_array();
  }

  // "" where the link leads nowhere on the site.
  std::string resolved(const Link& link, const ResolvedLink& to) const {
    if (to.outcome == LinkOutcome::external) return link.target;
    if (to.outcome == LinkOutcome::outside_content) {
      return edit_page_url(corpus_.config.site.edit_url, to.path);
    }
    if (to.outcome == LinkOutcome::folder) {
      const Index folder = tree_.find_in_project(corpus_, to.path);
      return folder == kNone ? "" : percent_encode_path(tree_.folder(folder).url);
    }
    if (to.asset != kNone) return percent_encode_path(corpus_.assets[to.asset].url);
    if (to.page == kNone || !corpus_.pages[to.page].published) return "";
    return percent_encode_path(corpus_.pages[to.page].url) + fragment(to.anchor);
  }

  void write_backlinks(const Page& page) {
    json_.key("backlinks").begin_array();
    for (const Index other : page.backlinks) {
      if (corpus_.pages[other].published) json_.string(corpus_.pages[other].id);
    }
    json_.end_array();
  }

  void write_parameters(const Page& page) {
    json_.key("parameters").begin_array();
    for (const Parameter& parameter : page.metadata.parameters) {
      if (parameter.name.empty()) continue;
      json_.begin_object().member("name", parameter.name);
      if (!parameter.description.empty()) json_.member("description", parameter.description);
      if (parameter.secret) {
        json_.member_boolean("secret", true);
      } else if (!parameter.default_value.empty()) {
        json_.member("default", parameter.default_value);
      }
      json_.end_object();
    }
    json_.end_array();
  }

  void write_fields(const Page& page) {
    json_.key("fields").begin_object();
    for (const CustomField& field : custom_fields(corpus_, page)) {
      json_.key(field.key);
      write_value(json_, *field.value);
    }
    json_.end_object();
  }

  void write_commands(const Page& page, const Document& document) {
    json_.key("commands").begin_array();
    for (const std::string& key : command_keys(document)) json_.string(command_id(page.id, key));
    json_.end_array();
  }

  void write_owners() {
    json_.key("owners").begin_array();
    for (const Owner& owner : corpus_.owners.owners()) {
      begin_owner(json_, corpus_, owner);
      json_.end_object();
    }
    json_.end_array();
  }

  const Corpus& corpus_;
  SiteTree tree_;
  std::vector<DiagnosticCounts> findings_;
  JsonWriter json_;
};

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return {streamed_artifact(
      "index.json", [&input](const ByteSink& sink) { IndexWriter(input, sink).run(input); })};
}

}  // namespace

const ArtifactMaker& index_json_artifact() {
  static const ArtifactMaker maker = {
      .name = "index_json",
      .description = "the machine-readable index: every published document and owner",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
