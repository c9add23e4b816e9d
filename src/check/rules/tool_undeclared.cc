// RB614: a tool that the prerequisites keep to themselves.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/text.h"
#include "base/unicode.h"
#include "check/rule.h"
#include "check/rule_options.h"
#include "check/usual_programs.h"
#include "schema/contract_match.h"
#include "schema/document_type.h"

namespace runbookc {
namespace {

bool is_titled(const Section& section, std::span<const std::string_view> titles) {
  return std::ranges::find(titles, comparable_title(section.title)) != titles.end();
}

bool is_prerequisites(const Section& section) {
  constexpr auto kTitles = std::to_array<std::string_view>(
      {"prerequisites", "prerequisite", "pre requisites", "pre requisite", "requirements",
       "before you begin", "before you start", "required tools", "what you need"});
  return is_titled(section, kTitles);
}

// They stand for prerequisites in a contract, but hold steps, or who has access.
bool lists_no_tools(const Section& section) {
  constexpr auto kTitles = std::to_array<std::string_view>(
      {"preparation", "preconditions", "pre checks", "pre flight checks", "preflight",
       "access required", "required access"});
  return is_titled(section, kTitles);
}

// A document that has more of them is not read by people.
constexpr std::size_t kMostPrerequisites = 100;

// The sections of the type's contract, and those with such a title.
std::set<Index> prerequisites_of(const PageContext& context) {
  std::set<Index> found;
  for (const ContractMatch& match : context.contracts) {
    if (match.section != kNone && match.contract->title == "Prerequisites" &&
        !lists_no_tools(context.document.sections[match.section]))
      found.insert(match.section);
  }
  const auto& sections = context.document.sections;
  for (Index i = 0; i < sections.size() && found.size() < kMostPrerequisites; ++i) {
    if (!sections[i].nested && is_prerequisites(sections[i])) found.insert(i);
  }
  return found;
}

// The prerequisites that a command in `section` has: those beside it or beside what is around it.
// Next to the title, or above all headings, they are the whole document's.
std::vector<Index> prerequisites_for(const Document& document, const std::set<Index>& all,
                                     Index section) {
  std::vector<Index> found;
  for (const Index one : all) {
    const Index parent = document.sections[one].parent;
    const bool covers = parent == kNone || (section != kNone && section >= parent &&
                                            section < document.sections[parent].end);
    if (covers) found.push_back(one);
  }
  return found;
}

// `word` as a word of its own: `go` is not in `good`.
bool names(std::string_view text, std::string_view word) {
  const auto letter = [&](std::size_t at) {
    return at < text.size() &&
           (is_word_character(static_cast<unsigned char>(text[at])) || text[at] == '-');
  };
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    if ((at == 0 || !letter(at - 1)) && !letter(at + word.size())) return true;
  }
  return false;
}

// A script of the project's own is no tool, and a word of a sentence no program.
bool is_tool(std::string_view program) {
  const bool letter = std::ranges::any_of(
      program, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  return letter && !program.ends_with('.') && program.find('/') == std::string_view::npos &&
         !is_everywhere(program);
}

// A text in lower case in which many tools are looked for.
class NamingText {
 public:
  explicit NamingText(std::string text) : text_(std::move(text)) {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t end = at;
      while (end < text_.size() && is_letter(text_[end])) ++end;
      if (end > at) words_.insert(std::string_view(text_).substr(at, end - at));
      at = end + 1;
    }
  }
  NamingText(const NamingText&) = delete;
  NamingText& operator=(const NamingText&) = delete;

  bool names(const std::string& program) const {
    if (has(program)) return true;
    const std::string_view package = package_of(program);
    return !package.empty() && has(package);
  }

 private:
  static bool is_letter(char c) {
    return is_word_character(static_cast<unsigned char>(c)) || c == '-';
  }
  bool has(std::string_view name) const {
    const bool word = std::ranges::all_of(name, is_letter);
    return word ? words_.contains(name) : runbookc::names(text_, name);
  }

  std::string text_;
  std::unordered_set<std::string_view> words_;
};

// What commands such as `apt-get install -y jq`, `brew install aws-vault` and `git clone …/x.git`
// bring, as one text.
std::string installed_by(const Document& document) {
  static constexpr auto kInstallers = std::to_array<std::string_view>(
      {"apt", "apt-get", "apk", "brew", "dnf", "yum", "snap", "gem", "pip", "pip3", "npm", "go",
       "cargo", "choco", "asdf", "pacman", "zypper", "krew"});
  std::string installed;
  for (const Command& command : document.commands) {
    const bool installs = std::ranges::any_of(command.programs, [](const std::string& program) {
      return std::ranges::find(kInstallers, program) != kInstallers.end();
    });
    const std::string text = to_lower(command.text);
    const std::size_t clone = text.find("git clone ");
    if (clone != std::string::npos)
      installed += replace_all(text.substr(clone + 10) + '\n', ".git\n", "\n");
    if (installs && (names(text, "install") || names(text, "add"))) installed += text + '\n';
  }
  return installed;
}

// `Then restart the gateway`: words alone, the first with a capital.
bool is_sentence(std::string_view text) {
  const bool capital = !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
  return capital && std::ranges::count(text, ' ') >= 2 &&
         text.find_first_of("-/=|$<>\"'\n") == std::string_view::npos;
}

// Commands that cannot be read, and sentences that stand among commands, name no tools.
bool is_readable(const Command& command) {
  return command.syntax != SyntaxVerdict::error && !command.text.ends_with('.') &&
         !is_sentence(command.text);
}

class ToolSearch {
 public:
  explicit ToolSearch(const PageContext& context)
      : context_(context), sections_(prerequisites_of(context)) {}

  std::vector<Finding> findings() {
    if (sections_.empty()) return {};
    const std::vector<std::string> known = text_list_option(context_.options, "known");
    seen_.insert(known.begin(), known.end());
    installed_.emplace(installed_by(context_.document));
    for (const Command& command : context_.document.commands) {
      if (is_readable(command)) look_at(command);
    }
    return std::move(findings_);
  }

 private:
  void look_at(const Command& command) {
    const std::vector<Index> own = prerequisites_for(context_.document, sections_, command.section);
    if (own.empty()) return;
    for (const std::string& program : command.tools) {
      if (!is_tool(program) || seen_.contains(program)) continue;
      const std::string name = to_lower(program);
      const bool named = installed_->names(name) || std::ranges::any_of(own, [&](Index section) {
                           return text_of(section).names(name);
                         });
      if (named) continue;
      seen_.insert(program);
      findings_.push_back(
          {.span = command.span,
           .message = "'" + program + "' is needed here, and the prerequisites do not name it",
           .help = "add it to '" + context_.document.sections[own.back()].title + "'",
           .subject = program});
    }
  }

  const NamingText& text_of(Index section) {
    const auto text = texts_.find(section);
    if (text != texts_.end()) return text->second;
    return texts_.try_emplace(section, to_lower(section_text(context_.document, section)))
        .first->second;
  }

  const PageContext& context_;
  std::set<Index> sections_;
  std::map<Index, NamingText> texts_;
  std::optional<NamingText> installed_;
  std::set<std::string, std::less<>> seen_;
  std::vector<Finding> findings_;
};

std::vector<Finding> check(const PageContext& context) { return ToolSearch(context).findings(); }

}  // namespace

const Rule& tool_undeclared_rule() {
  static const Rule rule = {
      .code = "RB614",
      .name = "tool-undeclared",
      .recommended = Severity::off,
      .summary = "a command needs a tool that the prerequisites do not name",
      .why =
          "Half way through is a bad moment to find out that `jq` is not there. Whoever reads the "
          "prerequisites wants the whole list.\n\nOnly documents with a section Prerequisites (or "
          "one of its other names) are asked, and of a section with prerequisites of its own only "
          "what "
          "it holds. What the document itself installs needs no mention; what runs in a container "
          "or on another host needs no "
          "mention, nor does what every machine has, from `ls` to `systemctl`; the option `known` "
          "adds what yours have. Each tool is reported once, "
          "where it is first used.",
      .bad = {"# Lag\n\n## Prerequisites\n\nAccess to the cluster, and kubectl.\n\n## "
              "Procedure\n\n```bash\nkubectl get pods -o json | jq .items\n```\n"},
      .good = {"# Lag\n\n## Prerequisites\n\nAccess to the cluster, kubectl and jq.\n\n## "
               "Procedure\n\n```bash\nkubectl get pods -o json | jq .items\n```\n"},
      .options = {{.name = "known",
                   .description = "programs that every reader has",
                   .default_text = "[]"}},
      .check_page = check,
      .reach = {.document = true, .schema = true}};
  return rule;
}

}  // namespace runbookc
