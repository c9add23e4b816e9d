// Projects with random documents that have random defects, most of which can be fixed.
#pragma once

#include <array>
#include <map>
#include <random>
#include <string>

namespace runbookc {

inline constexpr std::string_view kKeep = "keep";  // begins lines that no fix may touch

class DefectiveProject {
 public:
  explicit DefectiveProject(std::uint32_t seed) : random_(seed) {}

  // The same files for the same seed: content/owners.yaml and six documents.
  std::map<std::string, std::string, std::less<>> files() {
    std::map<std::string, std::string, std::less<>> files;
    files["runbookc.yaml"] = "content: content\n";
    files["content/owners.yaml"] =
        "owners:\n  - { id: team-a, name: Team, kind: team, contacts: { slack: \"#t\" } }\n";
    for (const char* name : {"fail-over", "db/restart", "db/README", "web/Drain", "web/a b", "x"}) {
      files["content/" + std::string(name) + ".md"] = document();
    }
    return files;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::string document() {
    ending_ = below(3) == 0 ? "\r\n" : "\n";
    std::string text = below(6) == 0 ? "\xEF\xBB\xBF" : "";
    if (below(3) > 0) text += front_matter();
    text += "# Title" + ending_ + ending_;
    if (below(3) == 0) {
      text += "## Contents" + ending_ + ending_ + "- [Steps](#steps)" + ending_ +
              "- [Roll back](#roll-back)" + ending_ + ending_;
    }
    for (std::size_t count = below(14); count > 0; --count) text += block();
    if (below(4) == 0 && text.ends_with(ending_)) text.resize(text.size() - ending_.size());
    return text;
  }

  std::string front_matter() {
    static const std::array<std::string, 10> lines = {
        "type: runbook",
        "type: index",
        "owner: team-a",
        "ownr: team-a",
        "owner: team_a",
        "last_reviwed: 2026-05-01",
        "severty: [P1]",
        "title: Some \xC3\xA2\xE2\x82\xAC\xE2\x80\x9C thing",
        "parameters: [{ name: HOST }]",
        "parameters:\n  - name: HOST\n    description: a host"};
    std::string text = "---" + ending_;
    for (std::size_t count = below(6); count > 0; --count) {
      for (const char c : lines[below(lines.size())])
        text += c == '\n' ? ending_ : std::string(1, c);
      text += ending_;
    }
    return text + "---" + ending_;
  }

  std::string block() {
    static const std::array<std::string, 22> blocks = {
        "keep \t this  \xC3\xA9 as it is",
        "keep <b>this</b> & [that](https://example.com/a%20b?c=d#e)",
        "## Steps",
        "## Roll back",
        "## Purpose",
        "### Steps",
        "See [it](fail-ovr.md) and [it](Fail-Over.md#steps).",
        "See [it](<../Web/a b.md> \"t\") and [it](db/restrt.md?x=1#stps 'u').",
        "See [one][r], [two][r].\n\n[r]: db/Restart.md#steps 'title'",
        "See [here](#step) and [there](#rollback) and ![pic](<no pic.png>).",
        "A zero\xE2\x80\x8Bwidth and a \xE2\x80\xAE"
        "bidi\xE2\x80\xAC one.",
        "It\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s 5\xC3\x82\xC2\xB5s, caf\xC3\x83\xC2\xA9.",
        "Delete <cluster-id> and <NODE NAME>.",
        "```bash\n$ ssh <HOST> ls <PORT> <USER>\n```",
        "1. Look:\n\n   ```bash\n   kubectl get <NAME> -n <NAMESPACE>\n   ```",
        "| Runbook | Time |\n| --- | --- |\n| [Restart](restart.md) | 5 min |",
        "- [Restart](restart.md)\n- [Drain](../web/drain.md)",
        "[a](db\\restart.md) [b](/x.md#titel) [c](nothing-like-it-at-all.md)",
        "> quoted [it](drian.md)\n> [it](web/dran.md)",
        "| a | b |\n| - | - |\n| [x](Restart.md) | \xE2\x80\x8B |",
        "\\[no\\](link.md) `[code](fail-ovr.md)` <!-- [c](fail-ovr.md) -->",
        "[a](fail%2Dovr.md) [b](<fail-ovr.md#st eps>) [c](a%20b.md)"};
    std::string text;
    for (const char c : blocks[below(blocks.size())])
      text += c == '\n' ? ending_ : std::string(1, c);
    return text + ending_ + ending_;
  }

  std::mt19937 random_;
  std::string ending_ = "\n";
};

}  // namespace runbookc
