// RB107: a telephone number, address or date that somebody meant to fill in.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "check/lone_tag.h"
#include "check/prose_agreement.h"
#include "check/rule.h"
#include "check/rule_options.h"
#include "check/unfilled_value.h"
#include "prose/unresolved_text.h"

namespace runbookc {
namespace {

// What these say is judged by the owner and review rules.
constexpr std::array<std::string_view, 4> kJudgedElsewhere = {"owner", "last_reviewed",
                                                              "review_every", "next_review"};

// Links of a document as disjoint ranges of bytes in order, to look places up in.
class LinkRanges {
 public:
  LinkRanges(const Document& document, const SourceFile& source) {
    for (const Link& link : document.links) {
      ranges_.push_back(source.bytes_of(link.span));
    }
    std::ranges::sort(ranges_);
    std::vector<ByteRange> merged;
    for (const ByteRange& range : ranges_) {
      if (!merged.empty() && range.begin <= merged.back().end) {
        merged.back().end = std::max(merged.back().end, range.end);
      } else {
        merged.push_back(range);
      }
    }
    ranges_ = std::move(merged);
  }

  bool hold(std::uint32_t offset) const {
    const auto after = std::ranges::upper_bound(ranges_, offset, {}, &ByteRange::begin);
    return after != ranges_.begin() && offset < (after - 1)->end;
  }

 private:
  std::vector<ByteRange> ranges_;
};

class Search {
 public:
  explicit Search(const PageContext& context)
      : context_(context), ignored_(text_list_option(context.options, "ignore")) {}

  std::vector<Finding> run() {
    search_front_matter();
    search_blocks();
    search_lists_in_code();
    return std::move(findings_);
  }

 private:
  void search_front_matter() {
    for (const Member& member : context_.document.front_matter.root.members) {
      if (std::ranges::find(kJudgedElsewhere, member.key) == kJudgedElsewhere.end()) {
        const std::size_t before = findings_.size();
        search_value(member.value);
        if (findings_.size() == before) {
          search_unfilled(member);
        }
      }
    }
  }

  // Unquoted, `phone: [PHONE]` is a list; so the text is read as it was written. The depth of
  // front matter is bounded by its reader.
  void search_value(const Value& value) {
    if (value.span.valid()) {
      search_range(context_.source.bytes_of(value.span));
    }
  }

  // `summary: TODO`, unless the schema or a date refuses that: then RB104 or RB502 says so.
  void search_unfilled(const Member& member) {
    const Value& value = member.value;
    const bool unfilled =
        is_unfilled_text(value) || std::ranges::any_of(value.items, is_unfilled_text);
    if (unfilled && value.span.valid() && !is_refused(member.key)) {
      findings_.push_back(unfilled_field(context_, member.key, value.span));
      const std::string said = answers().in_text(member.key);
      if (!said.empty()) {
        findings_.back().help = "the text says '" + said + "'";
      }
    }
  }

  static bool is_unfilled_text(const Value& value) {
    return value.is_string() && is_unfilled(value.text);
  }

  bool is_refused(const std::string& key) {
    if (!refused_) {
      refused_.emplace();
      for (const MalformedField& field : context_.page.metadata.malformed) {
        refused_->insert("/" + field.key);
      }
      if (context_.type != nullptr) {
        for (Violation& found :
             context_.type->schema.validate(context_.corpus.front_matter_of(context_.page))) {
          refused_->insert(std::move(found.instance_pointer));
        }
      }
    }
    return refused_->contains("/" + key);
  }

  void search_blocks() {
    for (const Block& block : context_.document.blocks) {
      const bool is_text = block.kind == BlockKind::paragraph || block.kind == BlockKind::cell ||
                           block.kind == BlockKind::heading;
      if (is_text && may_be_unresolved(block.text)) {
        search_range(context_.source.bytes_of(block.span));
      }
    }
  }

  // Lists of contacts are fenced to keep their lines: text that no reader runs or fills in.
  void search_lists_in_code() {
    for (const CodeBlock& code : context_.document.code_blocks) {
      const bool is_text = code.language.empty() || code.language == "text" ||
                           code.language == "txt" || code.language == "plaintext";
      if (code.fenced && is_text && code.role == CodeRole::other && may_be_unresolved(code.text)) {
        search_code(code);
      }
    }
  }

  void search_code(const CodeBlock& code) {
    const std::vector<std::string_view> lines = split_lines(code.text);
    for (std::size_t i = 0; i < std::min(lines.size(), code.line_starts.size()); ++i) {
      if (holds_command(lines[i])) continue;
      const std::uint32_t begin = context_.source.offset(code.line_starts[i]);
      for (const ByteRange& found : find_masked_phones(lines[i])) {
        report({.begin = begin + found.begin, .end = begin + found.end});
      }
    }
  }

  void search_range(ByteRange range) {
    const std::string_view text = context_.source.bytes().substr(range.begin, range.size());
    for (const ByteRange& found : find_unresolved(text)) {
      const std::uint32_t begin = range.begin + found.begin;
      if (!is_link(begin)) {
        report({.begin = begin, .end = range.begin + found.end});
      }
    }
  }

  // Most documents have nothing to ask about.
  bool is_link(std::uint32_t offset) {
    if (!links_) {
      links_.emplace(context_.document, context_.source);
    }
    return links_->hold(offset);
  }

  void report(ByteRange range) {
    const std::string text(context_.source.bytes().substr(range.begin, range.size()));
    if (std::ranges::find(ignored_, text) != ignored_.end()) {
      return;
    }
    Finding found = {.span = context_.source.span(range),
                     .message = "'" + text + "' was never filled in",
                     .help = "write the real value, or where a reader finds it",
                     .subject = text};
    add_answer(found);
    findings_.push_back(std::move(found));
  }

  // The front matter may have what the text was to say.
  void add_answer(Finding& found) {
    const std::string answer = answers().in_front_matter(found.span);
    if (answer.empty()) return;
    found.help = "the front matter says " + answer + ": write that, or leave it to the page's head";
    if (answers().is_plain(found.span)) {
      found.fix = Fix{.description = "write what the front matter says",
                      .edits = {{.range = found.span, .text = answer}}};
    }
  }

  const ProseAnswers& answers() {
    if (!answers_) {
      answers_.emplace(context_);
    }
    return *answers_;
  }

  const PageContext& context_;
  std::vector<std::string> ignored_;
  std::optional<LinkRanges> links_;
  std::optional<ProseAnswers> answers_;
  std::optional<std::unordered_set<std::string>> refused_;  // pointers, once they were asked for
  std::vector<Finding> findings_;
};

std::vector<Finding> check(const PageContext& context) {
  if (context.type != nullptr && context.type->placeholders_meant) {
    return {};
  }
  return Search(context).run();
}

}  // namespace

const Rule& unresolved_metadata_rule() {
  static const Rule rule = {
      .code = "RB107",
      .name = "unresolved-metadata",
      .recommended = Severity::warning,
      .summary = "a placeholder such as `[PHONE]` or `+1-XXX-XXX-XXXX` was never filled in",
      .why =
          "An escalation list that says `[PHONE]` looks complete in review and fails the first "
          "time "
          "that it is needed.\n\n"
          "Looked at are prose, tables, headings and front matter; code is not, because there a "
          "placeholder is a parameter, but for telephone numbers in a fence without a language, or "
          "with `text`, on a line that holds no command. Only names in capitals for facts about "
          "people and documents "
          "count: `[PHONE]`, `[SUPPORT_CHANNEL]`, `[CURRENT_DATE]`, `[YOUR NAME]`, and telephone "
          "numbers of X. In front matter, `TODO` and `TBD` count, too, as the whole value "
          "or "
          "before a colon. A value that the front matter has is offered for its placeholder in the "
          "text, and the other way round. Where placeholders are the purpose, give the document "
          "the type "
          "`template`.",
      .bad = {"# Escalation\n\n- Primary: [PHONE]\n- Vendor: +1-XXX-XXX-XXXX\n"},
      .good = {"# Escalation\n\n- Primary: +44 20 7946 0018\n- Vendor: see the contract\n"},
      .options = {{.name = "ignore",
                   .description = "texts that are meant, as they stand in the document: `[URL]`",
                   .default_text = "[]"}},
      .check_page = check,
      .reach = {.schema = true}};
  return rule;
}

}  // namespace runbookc
