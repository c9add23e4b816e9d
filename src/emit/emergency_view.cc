#include "emit/emergency_view.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "emit/marked_text.h"
#include "emit/site_urls.h"
#include "model/command_ids.h"

namespace runbookc {

namespace {

constexpr std::size_t kMostSections = 3;  // of one role
constexpr std::size_t kMostContacts = 3;
constexpr std::size_t kMostCommandBytes = 400;
constexpr std::ptrdiff_t kMostCommandLines = 6;
constexpr std::size_t kSentenceBytes = 200;

// Commands of these alone tell nobody anything about what is broken.
constexpr auto kTellNothing =
    std::to_array<std::string_view>({"cd", "echo", "eval", "exit", "export", "printf", "pwd", "set",
                                     "sleep", "source", "true", "type", "unset", "which"});

bool is_action(SectionRole role) {
  return role == SectionRole::mitigation || role == SectionRole::rollback ||
         role == SectionRole::escalation;
}

// The role of each section, and whether it begins there: what stands below "Diagnosis" is
// diagnosis, too.
struct RoleMap {
  std::vector<SectionRole> roles;
  std::vector<bool> begins;
};

RoleMap map_roles(const Document& document, const SectionRoles& roles, Index type) {
  const Index title = title_section(document);
  const std::size_t size = document.sections.size();
  RoleMap map{.roles = std::vector(size, SectionRole::none), .begins = std::vector(size, false)};
  for (Index i = 0; i < size; ++i) {
    const Section& section = document.sections[i];
    if (section.parent != kNone) map.roles[i] = map.roles[section.parent];
    if (section.nested || i == title) continue;
    const SectionRole own = roles.of(type, section.title);
    if (own == SectionRole::none || own == map.roles[i]) continue;
    map.roles[i] = own;
    map.begins[i] = true;
  }
  return map;
}

// The end of the sentence that `text` begins with.
std::size_t sentence_end(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find_first_of(".!?", from); at != std::string_view::npos;
       at = text.find_first_of(".!?", at + 1)) {
    if (at + 1 == text.size()) return text.size();
    if (text[at + 1] != ' ' || at + 2 == text.size()) continue;
    const bool goes_on = text[at + 2] >= 'a' && text[at + 2] <= 'z';
    if (!goes_on) return at + 1;
  }
  return text.size();
}

std::string first_sentence(std::string_view text) {
  return shortened(text.substr(0, sentence_end(text, 0)));
}

// As many whole sentences as a glance takes in, at least the first, cut if it is a long one.
std::string first_sentences(std::string_view text) {
  std::size_t end = sentence_end(text, 0);
  while (end < text.size()) {
    const std::size_t next = sentence_end(text, end + 1);
    if (next > kSentenceBytes) break;
    end = next;
  }
  return shortened(text.substr(0, end));
}

bool is_note_to_self(std::string_view text) {
  const std::string_view start = text.substr(0, 4);
  return equals_ignoring_case(start, "todo") || equals_ignoring_case(start.substr(0, 3), "tbd");
}

std::string row_text(const Document& document, Index row) {
  std::vector<std::string> cells;
  for (Index i = row + 1; i < document.blocks[row].end; ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::cell && !block.text.empty()) cells.push_back(block.text);
  }
  return join(cells, " · ");
}

// The first words for a reader in these blocks. What ends in a colon goes on in what follows.
std::string first_text(const Document& document, Index begin, Index end) {
  std::string text;
  for (Index i = begin; i < end; ++i) {
    const Block& block = document.blocks[i];
    const bool is_row = block.kind == BlockKind::row && !block.header;
    if (!is_row && block.kind != BlockKind::paragraph) continue;
    const std::string piece = is_row ? row_text(document, i) : std::string(trim(block.text));
    if (piece.empty() || is_note_to_self(piece)) continue;
    if (!text.empty()) text += ' ';
    text += piece;
    if (!piece.ends_with(':') || text.size() > kSentenceBytes) break;
  }
  return text;
}

class Assembler {
 public:
  // `has_summary`: the page's head says already what it is for.
  Assembler(const Document& document, const SectionRoles& roles, Index type, bool has_summary)
      : document_(document), map_(map_roles(document, roles, type)), has_summary_(has_summary) {}

  EmergencyView run() {
    EmergencyView view;
    view.command = first_look();
    const bool has_impact = add(view, SectionRole::impact);
    if (!has_impact && !has_summary_) add(view, SectionRole::meaning);
    for (const SectionRole role : {SectionRole::diagnosis, SectionRole::mitigation,
                                   SectionRole::rollback, SectionRole::escalation}) {
      add(view, role);
    }
    return is_worth_it(view) ? view : EmergencyView{};
  }

 private:
  // One thing alone, or only what the page is about, is as quickly found on the page itself.
  static bool is_worth_it(const EmergencyView& view) {
    const bool acts =
        std::ranges::any_of(view.rows, [](const EmergencyRow& row) { return is_action(row.role); });
    return acts && view.rows.size() + (view.command == kNone ? 0 : 1) > 1;
  }

  bool add(EmergencyView& view, SectionRole role) const {
    EmergencyRow row{.role = role, .sections = {}, .text = {}};
    for (Index i = 0; i < map_.roles.size() && row.sections.size() < kMostSections; ++i) {
      if (map_.begins[i] && map_.roles[i] == role && says_something(i)) row.sections.push_back(i);
    }
    if (row.sections.empty()) return false;
    say(row);
    view.rows.push_back(std::move(row));
    return true;
  }

  Index begin_of(Index section) const { return document_.sections[section].first_block + 1; }

  bool says_something(Index section) const {
    const Index end = section_tree_end(document_, section);
    if (!first_text(document_, begin_of(section), end).empty()) return true;
    const auto code =
        std::ranges::lower_bound(document_.code_blocks, begin_of(section), {}, &CodeBlock::block);
    return code != document_.code_blocks.end() && code->block < end;
  }

  void say(EmergencyRow& row) const {
    const Index section = row.sections.front();
    const Index end = section_tree_end(document_, section);
    if (is_action(row.role) || row.role == SectionRole::diagnosis) {
      const auto first =
          std::ranges::lower_bound(document_.steps, begin_of(section), {}, &Step::block);
      if (first != document_.steps.end() && first->block < end)
        row.text = first_sentence(first->title);
      row.steps = steps_in(first, end);
    }
    if (row.text.empty()) {
      row.text = first_sentences(first_text(document_, begin_of(section), end));
    }
  }

  // A heading with steps below it is none of its own.
  std::size_t steps_in(std::vector<Step>::const_iterator at, Index end) const {
    std::size_t count = 0;
    for (; at != document_.steps.end() && at->block < end; ++at) {
      const auto next = std::next(at);
      const bool is_heading = document_.blocks[at->block].kind == BlockKind::heading;
      const bool holds = is_heading && next != document_.steps.end() &&
                         next->block < section_tree_end(document_, at->section);
      if (!holds) ++count;
    }
    return count;
  }

  // The first command of a diagnosis that changes nothing, else of the page before it is undone.
  Index first_look() const {
    Index found = kNone;
    for (Index i = 0; i < document_.commands.size(); ++i) {
      const Command& command = document_.commands[i];
      if (!is_safe(command)) continue;
      const SectionRole role =
          command.section == kNone ? SectionRole::none : map_.roles[command.section];
      if (role == SectionRole::diagnosis) return i;
      const bool fits = role == SectionRole::none || role == SectionRole::impact ||
                        role == SectionRole::meaning || role == SectionRole::mitigation;
      if (fits && found == kNone) found = i;
    }
    return found;
  }

  static bool is_safe(const Command& command) {
    const auto tells = [](const std::string& program) {
      return std::ranges::find(kTellNothing, std::string_view(program)) == kTellNothing.end();
    };
    return command.risk == Risk::read && command.standalone && !command.interactive &&
           !command.blocking && command.syntax != SyntaxVerdict::error &&
           command.text.size() <= kMostCommandBytes &&
           std::ranges::count(command.text, '\n') < kMostCommandLines &&
           std::ranges::any_of(command.programs, tells);
  }

  const Document& document_;
  RoleMap map_;
  bool has_summary_;
};

TemplateData section_link(const Document& document, Index section) {
  const Section& target = document.sections[section];
  return link_item(shortened(target.title), fragment(target.anchor));
}

TemplateData row_data(const Words& words, const Document& document, const EmergencyRow& row) {
  TemplateData item = section_link(document, row.sections.front());
  item.text["role"] = section_role_name(row.role);
  set_text(item, "says", row.text);
  set_text(item, "steps", row.steps > 1 ? words.count("count.step", row.steps) : "");
  std::vector<TemplateData> others;
  for (std::size_t i = 1; i < row.sections.size(); ++i) {
    others.push_back(section_link(document, row.sections[i]));
  }
  set_list(item, "others", std::move(others));
  item.flags["has_look"] = false;
  return item;
}

void set_look(TemplateData& item, const Command& command, const std::string& href) {
  item.flags["has_look"] = true;
  std::string html;
  MarkedText::of_command(command).append(html, 0, command.text.size());
  item.text["look"] = std::move(html);
  item.text["look_href"] = href;
}

TemplateData look_row(const Words& words, const Command& command, const std::string& href) {
  TemplateData item = link_item(std::string(words.text("emergency.look")), href);
  item.text["role"] = section_role_name(SectionRole::diagnosis);
  set_text(item, "says", shortened(command.description));
  set_text(item, "steps", "");
  set_list(item, "others", {});
  set_look(item, command, href);
  return item;
}

// The rows as the page shows them. The first look has a row of its own if no section is about
// diagnosis: behind what is broken, before what to do.
std::vector<TemplateData> row_items(const Words& words, const Document& document,
                                    const EmergencyView& view) {
  std::vector<TemplateData> items;
  bool looked = view.command == kNone;
  const std::string href = looked ? "" : "#" + command_anchor(command_keys(document)[view.command]);
  for (const EmergencyRow& row : view.rows) {
    if (!looked && is_action(row.role)) {
      items.push_back(look_row(words, document.commands[view.command], href));
      looked = true;
    }
    items.push_back(row_data(words, document, row));
    if (looked || row.role != SectionRole::diagnosis) continue;
    set_look(items.back(), document.commands[view.command], href);
    looked = true;
  }
  return items;
}

// The quickest ways to somebody first.
std::vector<TemplateData> quick_contacts(const SiteInput& input, const Page& page) {
  static constexpr auto kOrder =
      std::to_array<std::string_view>({"pager", "phone", "slack", "email", "url"});
  for (const Index index : page.owners) {
    if (index == kNone || !input.corpus.owners.owners()[index].active) continue;
    Owner owner = input.corpus.owners.owners()[index];
    std::ranges::stable_sort(owner.contacts, {}, [](const Contact& contact) {
      return std::ranges::find(kOrder, std::string_view(contact.kind)) - kOrder.begin();
    });
    if (owner.contacts.size() > kMostContacts) owner.contacts.resize(kMostContacts);
    std::vector<TemplateData> items = contact_items(input, owner);
    for (TemplateData& item : items) item.text["whose"] = owner.name;
    if (!items.empty()) return items;
  }
  return {};
}

}  // namespace

EmergencyView find_emergency(const Corpus& corpus, const SectionRoles& roles, const Page& page) {
  const DocumentType* type = corpus.type_of(page);
  if (type != nullptr && (type->links_folder || type->placeholders_meant)) return {};
  const bool has_summary = !page.metadata.summary.value.empty();
  return Assembler(corpus.document_of(page), roles, page.type_index, has_summary).run();
}

void set_emergency(TemplateData& data, const SiteInput& input, const SectionRoles& roles,
                   const Page& page) {
  const EmergencyView view = find_emergency(input.corpus, roles, page);
  data.flags["has_emergency"] = !view.rows.empty();
  if (view.rows.empty()) return;
  data.lists["emergency"] = row_items(site_words(input), input.corpus.document_of(page), view);
  std::vector<TemplateData> contacts = quick_contacts(input, page);
  set_text(data, "call_name", contacts.empty() ? "" : contacts.front().text.at("whose"));
  set_list(data, "call", std::move(contacts));
}

}  // namespace runbookc
