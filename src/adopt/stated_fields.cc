#include "adopt/stated_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "adopt/inferred_date.h"
#include "adopt/named_owners.h"
#include "adopt/stated_history.h"
#include "adopt/stated_lists.h"
#include "adopt/stated_text.h"
#include "base/ascii.h"
#include "base/excerpt.h"
#include "base/text.h"
#include "prose/labelled_values.h"
#include "prose/owner_sentence.h"
#include "prose/review_schedule.h"
#include "prose/review_sentence.h"
#include "prose/revision_history.h"

namespace runbookc {
namespace {

constexpr std::chrono::days kGrace{1};
constexpr std::size_t kLongestVersion = 20;
constexpr std::size_t kLongestQuote = 60;
constexpr std::size_t kMostContacts = 8;

bool is_version(std::string_view text) {
  if (text.starts_with('v') || text.starts_with('V')) text.remove_prefix(1);
  return !text.empty() && text.size() <= kLongestVersion && is_digit(text.front()) &&
         text.find_first_not_of("0123456789.") == std::string_view::npos && text.back() != '.';
}

bool same_owners(const std::vector<Owner>& a, const std::vector<Owner>& b) {
  return std::ranges::is_permutation(a, b, {}, &Owner::id, &Owner::id);
}

// "Team", "Owning team".
bool names_team(std::string_view label) {
  return lower_ascii(label).find("team") != std::string::npos;
}

class FieldReader {
 public:
  FieldReader(const Document& document, const SourceFile& source, const ProjectTerms& terms)
      : document_(document), source_(source), terms_(terms) {}

  StatedFields run() {
    values_ = labelled_values(document_, source_);
    history_ = stated_history(document_, source_, terms_.today);
    newest_ = history_.newest;
    for (const LabelledValue& value : values_) read(value);
    enter_newest();
    read_sentence();
    settle();
    add_contacts();
    ask_about_sentence();
    suggest_author();
    tell_person();
    return std::move(stated_);
  }

 private:
  FoundAt place_of(const LabelledValue& value) const {
    return {document_.path, value.span.start.line,
            fmt::format("'{}: {}'", value.label, excerpt(value.text, kLongestQuote))};
  }

  bool has(std::string_view key) const {
    return std::ranges::find(stated_.fields, key, &AdoptedField::key) != stated_.fields.end();
  }

  bool is_asked(std::string_view key) const {
    return std::ranges::find(stated_.open, key, &OpenPoint::key) != stated_.open.end();
  }

  // Said twice, it is said twice the same, or is for a person.
  void enter(std::string_view key, Value value, FoundAt from) {
    const auto before = std::ranges::find(stated_.fields, key, &AdoptedField::key);
    if (before == stated_.fields.end()) {
      stated_.fields.push_back(
          {.key = std::string(key), .value = std::move(value), .from = std::move(from)});
    } else if (!before->value.same_data(value)) {
      ask(key, std::move(from), "something else is said before");
    }
  }

  void ask(std::string_view key, FoundAt at, std::string reason) {
    disputed_.emplace(key);
    stated_.open.push_back({std::string(key), std::move(at), std::move(reason)});
  }

  void ask_about(const LabelledValue& value, std::string reason) {
    const std::string_view key = key_of(value.field);
    if (!says_nothing(value.text)) disputed_.emplace(key);
    stated_.open.push_back({std::string(key), place_of(value), std::move(reason)});
  }

  // What is in doubt at one place is not taken from another, unless the first says nothing at all.
  void settle() {
    std::erase_if(stated_.fields,
                  [&](const AdoptedField& field) { return disputed_.contains(field.key); });
    if (disputed_.contains("owner")) stated_.owners.clear();
    std::erase_if(stated_.open, [&](const OpenPoint& point) {
      return has(point.key) || (point.key == "owner" && !stated_.owners.empty());
    });
  }

  void read(const LabelledValue& value) {
    const std::string_view key = key_of(value.field);
    if (key.empty()) return;  // about others: asked for later
    if (value.is_struck || value.goes_on) {
      ask_about(value, value.is_struck ? "it is struck out" : "it goes on: one value or several");
      return;
    }
    switch (value.field) {
      case ProseField::owner:
        read_owner(value);
        break;
      case ProseField::last_updated:
        read_updated(value);
        break;
      case ProseField::last_reviewed:
      case ProseField::last_tested:
      case ProseField::next_review:
        read_date(value);
        break;
      case ProseField::version:
        read_version(value);
        break;
      default:
        read_text(key, value);
    }
  }

  void read_owner(const LabelledValue& value) {
    NamedOwners named = read_named_owners(value.text);
    if (!named.doubt.empty()) {
      ask_about(value, named.doubt);
    } else if (stated_.owners.empty()) {
      stated_.owners = std::move(named.owners);
      stated_.owners_at = place_of(value);
      owner_is_team_ = names_team(value.label);
    } else if (!same_owners(stated_.owners, named.owners) && !is_person_in_team(value, named)) {
      ask_about(value, "another owner is named at line " + std::to_string(stated_.owners_at.line));
    }
  }

  // "Owner: Jane" beside "Team: Platform": the team is the owner, and Jane a person in it.
  bool is_person_in_team(const LabelledValue& value, NamedOwners& named) {
    if (!stated_.people.empty() || names_team(value.label) == owner_is_team_) return false;
    const NamedOwners before{.owners = stated_.owners, .doubt = ""};
    const NamedOwners& person = owner_is_team_ ? named : before;
    if (!may_be_person(person)) return false;
    person_at_ = owner_is_team_ ? place_of(value) : stated_.owners_at;
    stated_.people = person.owners;
    stated_.people.front().kind = OwnerKind::person;
    if (!owner_is_team_) {
      stated_.owners = std::move(named.owners);
      stated_.owners_at = place_of(value);
    }
    owner_is_team_ = true;
    return true;
  }

  // What is left out is told.
  void tell_person() {
    if (stated_.people.empty() || stated_.owners.empty()) {
      stated_.people.clear();
      return;
    }
    stated_.open.push_back(
        {.key = "contact",
         .at = person_at_,
         .reason = fmt::format("the team at line {} is the owner; say in owners.yaml how to reach "
                               "this person",
                               stated_.owners_at.line),
         .is_hint = true});
  }

  bool is_future(Date day) const { return day > terms_.today + kGrace; }

  void read_date(const LabelledValue& value) {
    InferredDate date = infer_date(value.text);
    if (date.day && value.field != ProseField::next_review && is_future(*date.day)) {
      date = {.day = {}, .doubt = "it lies in the future"};
    }
    const std::string_view key = key_of(value.field);
    if (!date.day) {
      ask_about(value, date.doubt);
    } else {
      enter(key, string_value(format_date(*date.day)), place_of(value));
    }
  }

  // What a history says more exactly, or later, is judged with it.
  void read_updated(const LabelledValue& value) {
    const auto said = has_two_meanings(value.text) ? std::nullopt : parse_written_date(value.text);
    const InferredDate date = infer_date(value.text);
    if (newest_ && newest_->date && said && compare(*newest_->date, *said) > 0) {
      ask_about(value, "the history has a later change");
      newest_->date.reset();
      return;
    }
    const bool history_agrees = newest_ && newest_->date && said && newest_->date->is_exact() &&
                                compare(*newest_->date, *said) == 0;
    if (!date.day && history_agrees) return;  // enter_newest has the day
    read_date(value);
    if (newest_) newest_->date.reset();  // the label was the one to ask
  }

  void read_version(const LabelledValue& value) {
    const std::string text(trim(value.text));
    if (const std::string doubt = doubt_about_text(text); !doubt.empty()) {
      ask_about(value, doubt);
    } else if (!is_version(text)) {
      ask_about(value, "it does not read as a version");
    } else if (newest_ && compare_versions(newest_->version, text).value_or(0) != 0) {
      ask_about(value, "the history is at version " + newest_->version);
      newest_->version.clear();
    } else {
      enter("version", string_value(text), place_of(value));
    }
  }

  void read_text(std::string_view key, const LabelledValue& value) {
    StatedValue stated = read_stated_value(value.field, value.text, terms_);
    if (!stated.doubt.empty()) ask_about(value, stated.doubt);
    if (!stated.value.is_null()) enter(key, std::move(stated.value), place_of(value));
  }

  FoundAt history_place() const { return history_.place_of_newest(document_.path); }

  void enter_newest() {
    if (history_.doubt) {
      if (!has("last_updated") && !is_asked("last_updated"))
        stated_.open.push_back(*history_.doubt);
      return;
    }
    if (!newest_) return;
    if (is_version(newest_->version) && !has("version") && !is_asked("version")) {
      enter("version", string_value(newest_->version), history_place());
    }
    if (!newest_->date || has("last_updated") || is_asked("last_updated")) return;
    if (newest_->date->is_exact()) {
      enter("last_updated", string_value(format_date(newest_->date->first_day())), history_place());
    } else {
      ask("last_updated", history_place(), "only a month: no day is invented");
    }
  }

  void read_sentence() {
    if (has("review_every") || is_asked("review_every")) return;
    const auto sentence = find_review_sentence(document_);
    if (!sentence) {
      ask_about_schedule();
      return;
    }
    const std::string text =
        parse_interval(sentence->text) ? sentence->text : format_interval(sentence->every);
    enter("review_every", string_value(text),
          {document_.path, sentence->span.start.line,
           fmt::format("a sentence: reviewed '{}'", sentence->text)});
  }

  void ask_about_schedule() {
    const auto review = find_scheduled_review(document_);
    if (!review) return;
    ask("review_every",
        {document_.path, review->span.start.line,
         fmt::format("'{}: {}'", review->interval, excerpt(review->action, kLongestQuote))},
        "it may be about this document, or about all");
  }

  // Contacts beside one owner are that one's.
  void add_contacts() {
    if (stated_.owners.size() != 1) return;
    std::vector<Contact>& contacts = stated_.owners.front().contacts;
    for (const LabelledValue& value : values_) {
      const auto contact =
          value.field == ProseField::contact ? read_contact(value.text) : std::nullopt;
      if (!contact) continue;
      if (!stated_.people.empty() && contact->kind == "email") {
        stated_.open.push_back({.key = "contact",
                                .at = place_of(value),
                                .reason = "it may be the person's or the team's",
                                .is_hint = true});
        continue;
      }
      if (contacts.size() >= kMostContacts) return;
      const bool known = std::ranges::any_of(contacts, [&](const Contact& other) {
        return other.kind == contact->kind && other.value == contact->value;
      });
      if (!known) contacts.push_back(*contact);
    }
  }

  // Where such a sentence ends a name, and of what it speaks, is for a person to say.
  void ask_about_sentence() {
    if (!stated_.owners.empty() || is_asked("owner")) return;
    const auto sentence = find_owner_sentence(document_);
    if (!sentence) return;
    const bool is_fit = doubt_about_text(sentence->text).empty();
    stated_.open.push_back(
        {.key = "owner",
         .at = {document_.path, sentence->span.start.line,
                is_fit ? fmt::format("'{}'", excerpt(sentence->text, kLongestQuote))
                       : "a sentence names somebody"},
         .reason = sentence->is_about_document ? "a sentence: write it 'Owner: …'"
                                               : "it may be about the document or its subject",
         .is_hint = !sentence->is_about_document});
  }

  // Who wrote it may have left long ago.
  void suggest_author() {
    if (!stated_.owners.empty()) return;
    if (is_asked("owner")) return;
    const auto author = std::ranges::find(values_, ProseField::author, &LabelledValue::field);
    if (author != values_.end()) {
      if (doubt_about_text(author->text).empty()) {
        hint_at_owner(place_of(*author));
      }
    } else if (newest_ && !newest_->author.empty() && doubt_about_text(newest_->author).empty()) {
      FoundAt at = history_place();
      at.text = fmt::format("'{}' in its history", excerpt(newest_->author, kLongestQuote));
      hint_at_owner(std::move(at));
    }
  }

  void hint_at_owner(FoundAt at) {
    stated_.open.push_back({.key = "owner",
                            .at = std::move(at),
                            .reason = "an author need not be the owner",
                            .is_hint = true});
  }

  const Document& document_;
  const SourceFile& source_;
  const ProjectTerms& terms_;
  std::vector<LabelledValue> values_;
  StatedHistory history_;
  std::optional<Revision> newest_;               // as far as no label has said it
  std::set<std::string, std::less<>> disputed_;  // keys that are in doubt, whoever else says them
  bool owner_is_team_ = false;                   // the label of who is in `stated_.owners` says so
  FoundAt person_at_;
  StatedFields stated_;
};

}  // namespace

StatedFields stated_fields(const Document& document, const SourceFile& source,
                           const ProjectTerms& terms) {
  return FieldReader(document, source, terms).run();
}

}  // namespace runbookc
