#include "shell/secret_option.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "shell/secret_word.h"

namespace runbookc {
namespace {

enum class Place : std::uint8_t {
  attached,      // `-pVALUE`
  next,          // `-p VALUE`
  after_colon,   // `-u user:VALUE`
  joined_colon,  // `-uuser:VALUE`
  second,        // `add_user name VALUE`: the second word without a dash behind it
  third,         // `-b file user VALUE`
};

struct SecretOption {
  std::string_view program;
  std::string_view subcommand;  // "": any
  std::string_view option;
  Place place;
};

constexpr std::array kSecretOptions = {
    SecretOption{"mysql", "", "-p", Place::attached},
    SecretOption{"mysqldump", "", "-p", Place::attached},
    SecretOption{"mysqladmin", "", "-p", Place::attached},
    SecretOption{"mysqlbinlog", "", "-p", Place::attached},
    SecretOption{"mysqlcheck", "", "-p", Place::attached},
    SecretOption{"mysqlimport", "", "-p", Place::attached},
    SecretOption{"mariadb", "", "-p", Place::attached},
    SecretOption{"mariadb-dump", "", "-p", Place::attached},
    SecretOption{"sshpass", "", "-p", Place::next},
    SecretOption{"sshpass", "", "-p", Place::attached},
    SecretOption{"redis-cli", "", "-a", Place::next},
    SecretOption{"redis-cli", "", "AUTH", Place::next},
    SecretOption{"redis-cli", "", "auth", Place::next},
    SecretOption{"mongosh", "", "-p", Place::next},
    SecretOption{"mongo", "", "-p", Place::next},
    SecretOption{"mongodump", "", "-p", Place::next},
    SecretOption{"mongorestore", "", "-p", Place::next},
    SecretOption{"curl", "", "-u", Place::after_colon},
    SecretOption{"curl", "", "-u", Place::joined_colon},
    SecretOption{"curl", "", "--user", Place::after_colon},
    SecretOption{"ldapsearch", "", "-w", Place::next},
    SecretOption{"ldapmodify", "", "-w", Place::next},
    SecretOption{"ldapadd", "", "-w", Place::next},
    SecretOption{"ldapdelete", "", "-w", Place::next},
    SecretOption{"rabbitmqadmin", "", "-p", Place::next},
    SecretOption{"rabbitmqctl", "", "add_user", Place::second},
    SecretOption{"rabbitmqctl", "", "change_password", Place::second},
    SecretOption{"rabbitmqctl", "", "authenticate_user", Place::second},
    SecretOption{"htpasswd", "", "-b", Place::third},
    SecretOption{"htpasswd", "", "-cb", Place::third},
    SecretOption{"htpasswd", "", "-bc", Place::third},
    SecretOption{"htpasswd", "", "-nb", Place::second},
    SecretOption{"htpasswd", "", "-bn", Place::second},
    SecretOption{"htpasswd", "", "-nbB", Place::second},
    SecretOption{"htpasswd", "", "-bnB", Place::second},
    SecretOption{"docker", "login", "-p", Place::next},
    SecretOption{"docker", "login", "-p", Place::attached},
    SecretOption{"podman", "login", "-p", Place::next},
    SecretOption{"podman", "login", "-p", Place::attached},
    SecretOption{"helm", "login", "-p", Place::next},
    SecretOption{"oc", "login", "-p", Place::next},
    SecretOption{"oc", "login", "-p", Place::attached},
    SecretOption{"az", "login", "-p", Place::next},
    SecretOption{"zip", "", "-P", Place::next},
    SecretOption{"zip", "", "-P", Place::attached},
    SecretOption{"unzip", "", "-P", Place::next},
    SecretOption{"unzip", "", "-P", Place::attached},
    SecretOption{"7z", "", "-p", Place::attached},
    SecretOption{"openssl", "", "-k", Place::next},
};

// The word that holds the value, and how many bytes of it come before the value.
struct Holder {
  std::size_t word = 0;
  std::size_t skip = 0;
};

// The `count`th word after `i` that is no option.
std::optional<Holder> later_word(std::span<const ShellWord> words, std::size_t i,
                                 std::size_t count) {
  constexpr std::size_t kFarthest = 8;
  const std::size_t limit = std::min(words.size(), i + kFarthest);
  for (std::size_t at = i + 1; at < limit; ++at)
    if (!words[at].value.starts_with('-') && --count == 0) return Holder{at, 0};
  return std::nullopt;
}

std::optional<Holder> behind_colon(const ShellWord& word, std::size_t at, std::size_t from) {
  const std::size_t colon = word.value.find(':', from);
  if (colon == std::string::npos) return std::nullopt;
  return Holder{at, colon + 1};
}

std::optional<Holder> holder_of(std::span<const ShellWord> words, std::size_t i,
                                const SecretOption& option) {
  const std::string_view value = words[i].value;
  const std::size_t size = option.option.size();
  const bool joined = value.size() > size && value.starts_with(option.option);
  if (option.place == Place::attached)
    return joined ? std::optional(Holder{i, size}) : std::nullopt;
  if (option.place == Place::joined_colon)
    return joined && value[1] != '-' ? behind_colon(words[i], i, size) : std::nullopt;
  if (value != option.option || i + 1 >= words.size()) return std::nullopt;
  if (option.place == Place::after_colon) return behind_colon(words[i + 1], i + 1, 0);
  if (option.place == Place::second) return later_word(words, i, 2);
  if (option.place == Place::third) return later_word(words, i, 3);
  return Holder{i + 1, 0};
}

// Whether a word names a program of the table: hardly any command holds one.
bool names_program(std::span<const ShellWord> words) {
  static const auto kPrograms = [] {
    std::unordered_set<std::string_view> programs;
    for (const SecretOption& option : kSecretOptions) programs.insert(option.program);
    return programs;
  }();
  return std::ranges::any_of(words,
                             [](const ShellWord& word) { return kPrograms.contains(word.value); });
}

// Behind `sudo` or `kubectl exec … --` a program is a later word, so that any word may be one.
void add_option_secrets(std::vector<Secret>& found, std::string_view text,
                        std::span<const ShellWord> words) {
  if (!names_program(words)) return;
  enum class Seen : std::uint8_t { nothing, program, all };
  std::array<Seen, kSecretOptions.size()> seen{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t o = 0; o < kSecretOptions.size(); ++o) {
      const SecretOption& option = kSecretOptions[o];
      if (words[i].value == option.program)
        seen[o] = option.subcommand.empty() ? Seen::all : Seen::program;
      else if (seen[o] == Seen::program && words[i].value == option.subcommand)
        seen[o] = Seen::all;
      if (seen[o] != Seen::all) continue;
      const auto holder = holder_of(words, i, option);
      if (!holder) continue;
      if (auto secret = password_in(text, words[holder->word], holder->skip))
        found.push_back(std::move(*secret));
    }
  }
}

}  // namespace

std::vector<Secret> find_option_secrets(std::string_view text,
                                        std::span<const SimpleCommand> commands) {
  std::vector<Secret> found;
  for (const SimpleCommand& command : commands) add_option_secrets(found, text, command.words);
  return found;
}

}  // namespace runbookc
