// A project that a test changes: its files, and all else that a run takes into account.
#pragma once

#include <map>
#include <random>
#include <string>

#include "base/date.h"

namespace runbookc {

// The same project and the same changes for the same seed and compiler. Every state of it loads.
class ChangingProject {
 public:
  using TextByPath = std::map<std::string, std::string, std::less<>>;
  using DayByPath = std::map<std::string, Date, std::less<>>;

  explicit ChangingProject(std::uint32_t seed);

  std::size_t below(std::size_t bound) { return random_() % bound; }
  const TextByPath& files() const { return files_; }
  Date today() const { return today_; }
  const DayByPath& last_commits() const { return last_commits_; }

  // One of the things below.
  void change();
  // A digit of a document, mostly of the one that it changed before: its size stays.
  void change_digit();

 private:
  void change_document();  // one comes, goes, is moved or written anew
  void change_listing();
  void change_line();       // of a document: what others may see of it, mostly
  void change_own_text();   // what no other page can see
  void change_linked();     // a file that is no document
  void change_twin();       // another document that wants a page's URL, or the page
  void change_history();    // when one was last committed
  void change_directory();  // owners.yaml and CODEOWNERS
  void change_day();
  void change_types();
  void change_config();

  std::string number(std::size_t bound) { return std::to_string(below(bound)); }
  std::string new_name();
  std::string any_document();
  std::string new_text();
  std::string new_front_matter();
  std::string new_links();
  std::string new_owners();
  std::string new_code_owners();
  // An index of what is in the folder now, nearly.
  std::string new_listing(const std::string& folder);
  // Puts a file there, or takes it away.
  void toggle(const std::string& path, std::string text);
  void move(const std::string& from, const std::string& to);

  std::mt19937 random_;
  std::size_t config_ = 0;  // of those that take turns
  std::string last_digit_;  // the document whose digit changed
  TextByPath files_;
  Date today_;
  DayByPath last_commits_;
};

}  // namespace runbookc
