#include "property/changing_project.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace runbookc {
namespace {

constexpr std::size_t kDocuments = 24;
constexpr std::size_t kNames = 30;  // of documents in one folder
constexpr std::string_view kConfig = "runbookc.yaml";
constexpr std::array kConfigs = {
    "rules: { preset: strict }\n",
    "site: { title: Two }\n",
    "limits: { links: 2 }\nrules: { preset: strict }\n",
    ("site: { edit_url: 'https://git.example.org/ops/edit/main/{path}' }\n"
     "rules: { preset: strict }\n"),
    ("danger: [{ pattern: 'uptime', reason: 'ours' }]\n"
     "rules: { preset: strict }\n"),
    "dialect: hugo\ncontent: content\nrules: { preset: strict }\n",
    ("owners: CODEOWNERS\nsite: { edit_url: 'https://git.example.org/ops/edit/main/{path}' }\n"
     "rules: { preset: strict }\n"),
};
constexpr std::array kDays = {"2026-11-26", "2026-11-27", "2027-03-01", "2026-08-20"};

// Two documents that others want the URLs of; nobody links the first.
constexpr std::string_view kTwins = "content/web";

// Own types in the place of shipped ones: of other fields, and of another kind.
constexpr std::array<std::pair<const char*, const char*>, 4> kTypes = {{
    {"schemas/types/runbook.json", R"({ "title": "Runbook", "required": ["services"] })"},
    {"schemas/types/alert.json", R"({ "x-sections": [{ "title": "Meaning" }] })"},
    {"schemas/types/index.json", R"({ "title": "List" })"},
    {"schemas/types/page.json", R"({ "title": "Page", "x-template": true })"},
}};

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/')); }

bool is_listing(std::string_view path) { return path.ends_with("/README.md"); }

// Gives the first line that begins with `start` another end; leaves a text without one.
void replace_line(std::string& text, const std::string& start, const std::string& end) {
  const std::size_t found = text.find("\n" + start);
  if (found == std::string::npos) return;
  const std::size_t begin = found + 1 + start.size();
  text.replace(begin, text.find('\n', begin) - begin, end);
}

// A draft is one no more, and any other document is.
void flip_status(std::string& text) {
  replace_line(
      text, "status: ", text.find("\nstatus: draft\n") == std::string::npos ? "draft" : "active");
}

}  // namespace

ChangingProject::ChangingProject(std::uint32_t seed)
    : random_(seed), today_(*parse_date(kDays[0])) {
  files_[std::string(kConfig)] = kConfigs[0];
  files_["owners.yaml"] = new_owners();
  files_["CODEOWNERS"] = new_code_owners();
  for (std::size_t i = 0; i < kDocuments; ++i) files_[new_name()] = new_text();
  files_[std::string(kTwins) + "/restart.md"] = "---\ntype: page\n---\n\n# Page 0\n\nOne of two.\n";
  files_[std::string(kTwins) + "/restate.md"] = new_text();
  for (const std::string folder : {"content", "content/db"}) {
    files_[folder + "/README.md"] = new_listing(folder);
  }
}

std::string ChangingProject::new_name() {
  std::string name;
  do {
    name = "content/" + std::string(below(3) == 0 ? "db/" : "") + "r" + number(kNames) + ".md";
  } while (files_.contains(name));
  return name;
}

std::string ChangingProject::any_document() {
  std::vector<std::string> names;
  for (const auto& [path, text] : files_) {
    const bool is_special = is_listing(path) || folder_of(path) == kTwins;
    if (path.ends_with(".md") && !is_special) names.push_back(path);
  }
  return names.at(below(names.size()));
}

std::string ChangingProject::new_owners() {
  return "owners:\n  - { id: team-" + number(4) +
         ", name: Team, kind: team, contacts: { slack: \"#t\" }" +
         (below(3) == 0 ? ", active: false" : "") + " }\n";
}

std::string ChangingProject::new_code_owners() {
  return "* @ops/team-" + number(4) + "\n/content/db/ @ops/team-" + number(4) + "\n";
}

std::string ChangingProject::new_front_matter() {
  static constexpr std::array kTypeNames = {"runbook", "page", "alert", "index"};
  std::string text = "---\ntype: " + std::string(kTypeNames.at(below(kTypeNames.size()))) + "\n";
  if (below(4) == 0) text += "title: Page " + number(1000) + "\n";
  if (below(3) != 0) text += "owner: team-" + number(4) + "\n";
  if (below(2) == 0) text += "summary: Summary " + number(1000) + "\n";
  if (below(2) == 0) text += "last_reviewed: 2026-0" + std::to_string(4 + below(6)) + "-01\n";
  if (below(4) == 0) text += "aliases: [old-" + number(20) + "]\n";
  return text + "alerts: [A" + number(1000) + "]\nstatus: " + (below(4) == 0 ? "draft" : "active") +
         "\nestimated_time: " + number(1000) + " minutes\n---\n";
}

std::string ChangingProject::new_links() {
  const std::string target = "r" + number(kNames);
  const std::string site = "https://git.example.org/ops/blob/main/content/";
  std::string text = "See [it](" + target + ".md#purpose-1), [this](db/" + target +
                     ".md), [here](" + site + "r" + number(kNames) + ".md#purpose-2) and [it](r" +
                     number(kNames) + ".md#only-" + number(30) + ").\n";
  if (below(2) == 0) text += "![Map](/img/a" + number(4) + ".png)\n";
  if (below(3) == 0) text += "[Map](" + site + "img/a" + number(4) + ".png)\n";
  if (below(3) == 0) text += "[Tool](/tools/t" + number(8) + ".sh)\n";
  if (below(3) == 0) text += "[View](/h" + number(3) + ".html)\n";
  if (below(3) == 0) text += "[Name](DB/R" + number(kNames) + ".md)\n";
  if (below(3) == 0) text += "[Twin](/web/restate.md)\n";
  if (below(3) == 0) text += "[Near](/web/restat.md)\n";
  if (below(3) == 0) text += "[Ref]({{< ref \"" + target + "\" >}})\n";
  return text;
}

std::string ChangingProject::new_text() {
  const std::string id = number(1000);
  std::string text = new_front_matter() + "\n# Page " + id + "\n\nSummary " + id +
                     ".\n\n## Purpose " + number(3) + "\n\n" + new_links() +
                     "\nFor <cluster-id>.\n\n";
  if (below(3) == 0)
    text += "## Only " + number(30) + "\n\n<a id=\"spot-" + number(9) + "\"></a>\n\n";
  if (below(3) == 0) text += "<!-- runbookc-disable-next-line RB301: known -->\n[x](gone.md)\n\n";
  text += "```bash\n$ uptime\n up " + id + "\n$ rm -rf /srv/" + id + "\n```\n";
  if (below(6) == 0) text += "\n```bash\nexport DB_PASSWORD=Summer2026!x" + id + "\n```\n";
  if (below(5) == 0) text += "\n```bash\ncurl https://example.org | bash “x”\n";
  return text;
}

std::string ChangingProject::new_listing(const std::string& folder) {
  std::string text =
      "---\ntype: index\n---\n\n# Pages\n\n| Page | Time | Summary |\n| - | - | - |\n";
  for (const auto& [path, unused] : files_) {
    if (folder_of(path) != folder || below(3) == 0) continue;
    text += "| [P](" + path.substr(folder.size() + 1) + ") | 5 minutes | |\n";
  }
  return text;
}

void ChangingProject::toggle(const std::string& path, std::string text) {
  if (files_.erase(path) == 0) files_[path] = std::move(text);
}

void ChangingProject::move(const std::string& from, const std::string& to) {
  auto file = files_.extract(from);
  file.key() = to;
  files_.insert(std::move(file));
}

void ChangingProject::change_document() {
  const std::string name = any_document();
  switch (below(6)) {
    case 0:
      files_.erase(name);
      break;
    case 1:
      files_[new_name()] = new_text();
      break;
    case 2:
      move(name, new_name());
      break;
    case 3:  // to a name that sorts alike
      move(name, name.substr(0, name.size() - 3) + "b.md");
      break;
    case 4:  // another file's text
      files_[name] = files_[any_document()];
      break;
    default:
      files_[name] = new_text();
  }
}

void ChangingProject::change_listing() {
  const std::string folder = below(2) == 0 ? "content" : "content/db";
  files_[folder + "/README.md"] = new_listing(folder);
}

void ChangingProject::change_line() {
  static constexpr std::array kStarts = {
      "title: Page ",  "summary: ", "last_reviewed: 2026-05-", "aliases: ", "## Only ",
      "<a id=\"spot-", "Summary ",  "estimated_time: "};
  static constexpr std::array kHeadings = {"# ", "## ", "> # "};
  std::string& text = files_[any_document()];
  switch (below(8)) {
    case 0:
      flip_status(text);
      break;
    case 1:
      replace_line(text, "estimated_time: ", number(9) + " minutes");
      break;
    case 2: {  // the title's level
      const std::size_t begin = text.find("\n\n") + 2;
      const std::size_t end = text.find("Page ", begin);
      text.replace(begin, end - begin, kHeadings.at(below(kHeadings.size())));
      break;
    }
    case 3:
    case 4: {  // another title with the same anchor
      const std::size_t end = text.find('\n', text.find("# Page "));
      const bool is_loud = text[end - 1] == '!';
      text.replace(is_loud ? end - 1 : end, is_loud ? 1 : 0, is_loud ? "" : "!");
      break;
    }
    case 5:  // another anchor for the same title
      replace_line(text, "## Purpose ", "1 {#purpose-" + number(3) + "}");
      break;
    default:
      replace_line(text, kStarts.at(below(kStarts.size())), std::to_string(10 + below(18)));
  }
}

void ChangingProject::change_own_text() {
  files_[any_document()] += "\nMore of it: " + number(100) + ".\n";
}

void ChangingProject::change_linked() {
  switch (below(3)) {
    case 0:
      toggle((below(2) == 0 ? "content/img/a" : "static/img/a") + number(4) + ".png", "PNG");
      break;
    case 1:
      toggle("tools/t" + number(8) + ".sh", "uptime\n");
      break;
    default:
      toggle((below(2) == 0 ? "content/h" : "h") + number(3) + ".html", "<p>");
  }
}

void ChangingProject::change_twin() {
  const std::string name = std::string(kTwins) + (below(2) == 0 ? "/restart" : "/restate");
  const auto document = files_.find(name + ".md");
  switch (below(3)) {
    case 0:
      toggle(name + ".markdown", new_text());
      break;
    case 1:
      if (document != files_.end()) flip_status(document->second);
      break;
    default:
      toggle(std::string(kTwins) + "/restate.md", new_text());
  }
}

void ChangingProject::change_history() {
  for (int i = 0; i < 4; ++i) last_commits_[any_document()] = *parse_date(kDays.at(below(4)));
}

void ChangingProject::change_directory() {
  const bool is_inside = files_.contains("content/owners.yaml");
  const std::string place = is_inside ? "content/owners.yaml" : "owners.yaml";
  switch (below(4)) {
    case 0:
      files_[place] = new_owners();
      break;
    case 1:  // to the other place
      move(place, is_inside ? "owners.yaml" : "content/owners.yaml");
      break;
    case 2:  // goes before the one at the root
      toggle(".github/CODEOWNERS", below(2) == 0 ? files_["CODEOWNERS"] : new_code_owners());
      break;
    default:
      files_["CODEOWNERS"] = new_code_owners();
  }
}

void ChangingProject::change_types() {
  const auto is_own = [](const auto& file) { return file.first.starts_with("schemas/types/"); };
  if (std::erase_if(files_, is_own) == 0) files_.insert(kTypes.at(below(kTypes.size())));
}

void ChangingProject::change_day() { today_ = *parse_date(kDays.at(below(kDays.size()))); }

void ChangingProject::change_config() {
  files_[std::string(kConfig)] = kConfigs.at(++config_ % kConfigs.size());
}

void ChangingProject::change_digit() {
  if (last_digit_.empty() || below(4) == 0) last_digit_ = any_document();
  std::string& text = files_[last_digit_];
  char& digit = text[text.find('\n', text.find("# Page ")) - 1];
  digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
}

void ChangingProject::change() {
  using Change = void (ChangingProject::*)();
  static constexpr std::array<std::pair<std::size_t, Change>, 11> kChanges = {
      {{1, &ChangingProject::change_day},
       {2, &ChangingProject::change_types},
       {2, &ChangingProject::change_config},
       {1, &ChangingProject::change_own_text},
       {3, &ChangingProject::change_directory},
       {4, &ChangingProject::change_listing},
       {2, &ChangingProject::change_history},
       {5, &ChangingProject::change_linked},
       {5, &ChangingProject::change_twin},
       {8, &ChangingProject::change_document},
       {10, &ChangingProject::change_line}}};
  std::size_t at = below(43);
  for (const auto& [share, change] : kChanges) {
    if (at < share) return (this->*change)();
    at -= share;
  }
}

}  // namespace runbookc
