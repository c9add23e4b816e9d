#include "emit/templates.h"

#include <cassert>
#include <kainjow/mustache.hpp>

#include "base/embedded.h"
#include "base/stage_clock.h"
#include "base/text.h"
#include "emit/template_context.h"
#include "emit/template_files.h"
#include "emit/template_lint.h"
#include "emit/template_source.h"

namespace runbookc {

namespace {

namespace mustache = kainjow::mustache;

constexpr std::string_view kTemplateEnding = ".mustache";
constexpr std::string_view kWordsPrefix = "words.";
constexpr std::string_view kWordsEnding = ".json";
constexpr std::string_view kFallbackLanguage = "en";

// What mustache writes to.
struct RenderedText {
  std::string bytes;
  RenderedText& operator<<(const std::string& piece) {
    bytes += piece;
    return *this;
  }
};

// The templates with one language's words written into them.
struct Localised {
  Words words;
  std::map<std::string, std::unique_ptr<mustache::mustache>, std::less<>> templates;
};

Result<Words> read_words(const Files& files, std::string_view language) {
  const std::string name =
      std::string(kWordsPrefix) + std::string(language) + std::string(kWordsEnding);
  auto bytes = read_template_file(files, name);
  if (!bytes.ok()) return bytes.error();
  return Words::read(SourceFile("templates/" + name, std::move(**bytes)));
}

// A template's text. The names in our own are right by definition (template_names.h).
Result<std::optional<std::string>> read_and_lint(const Files& files, std::string_view name) {
  const std::string file = std::string(name) + std::string(kTemplateEnding);
  auto text = read_template_file(files, file);
  if (!text.ok() || !*text) return text;
  const auto ours = find_embedded("templates/" + file);
  if (ours && *ours == **text) return text;
  if (auto status = lint_template(name, **text); !status.ok()) return status.error();
  return text;
}

// A page's first bytes, up to and with its Content-Security-Policy; "" for what is no whole page.
std::string_view up_to_policy(std::string_view page) {
  const std::size_t policy = page.find("Content-Security-Policy");
  if (policy == std::string_view::npos) return "";
  return page.substr(0, page.find('>', policy) + 1);
}

// Whatever else a project's template changes, its page has our policy before anything that the
// policy is about.
Status check_policy(std::string_view name, std::string_view page, const Words& words) {
  const FindTemplate ours = [](std::string_view wanted) -> std::optional<std::string> {
    const auto bytes = find_embedded("templates/" + std::string(wanted) + ".mustache");
    return bytes ? std::optional(std::string(*bytes)) : std::nullopt;
  };
  const auto embedded = expand_template(name, ours, words);
  if (!embedded.ok() || page.starts_with(up_to_policy(*embedded))) return Done{};
  return Error{"this page does not begin as ours does, up to its Content-Security-Policy",
               "begin it with {{> head}}, or copy the lines of the embedded template up to there",
               FilePlace{"templates/" + std::string(name) + ".mustache"}};
}

Result<Localised> localise(const Files& files, Words words) {
  Localised result{std::move(words), {}};
  std::optional<Error> unreadable;
  const FindTemplate find = [&](std::string_view name) -> std::optional<std::string> {
    auto text = read_and_lint(files, name);
    if (text.ok()) return *std::move(text);
    unreadable = text.error();
    return std::nullopt;
  };
  for (const std::string& file : template_file_names(nullptr, "", kTemplateEnding)) {
    const std::string name = file.substr(0, file.size() - kTemplateEnding.size());
    const auto source = expand_template(name, find, result.words);
    if (unreadable) return *unreadable;
    if (!source.ok()) return source.error();
    if (auto status = check_policy(name, *source, result.words); !status.ok()) {
      return status.error();
    }
    auto compiled = std::make_unique<mustache::mustache>(*source);
    if (!compiled->is_valid()) {
      return Error{compiled->error_message(), "", FilePlace{"templates/" + file}};
    }
    compiled->set_custom_escape([](const std::string& text) { return escape_html(text); });
    result.templates.emplace(name, std::move(compiled));
  }
  return result;
}

std::vector<std::string> languages_of(const Files& files) {
  std::vector<std::string> languages;
  for (const std::string& name : template_file_names(&files, "", kWordsEnding)) {
    if (!name.starts_with(kWordsPrefix)) continue;
    languages.push_back(
        name.substr(kWordsPrefix.size(), name.size() - kWordsPrefix.size() - kWordsEnding.size()));
  }
  return languages;
}

}  // namespace

struct Templates::Impl {
  std::map<std::string, Localised, std::less<>> languages;

  const Localised& nearest(std::string_view language) const {
    const auto exact = languages.find(language);
    if (exact != languages.end()) return exact->second;
    const auto primary = languages.find(language.substr(0, language.find('-')));
    if (primary != languages.end()) return primary->second;
    return languages.find(kFallbackLanguage)->second;
  }
};

Templates::Templates(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Templates::Templates(Templates&&) noexcept = default;
Templates& Templates::operator=(Templates&&) noexcept = default;
Templates::~Templates() = default;

Result<Templates> Templates::load(const Files& files) {
  auto impl = std::make_unique<Impl>();
  const auto fallback = read_words(files, kFallbackLanguage);
  if (!fallback.ok()) return fallback.error();
  for (const std::string& language : languages_of(files)) {
    auto words = read_words(files, language);
    if (!words.ok()) return words.error();
    if (auto status = words->complete(*fallback); !status.ok()) return status.error();
    auto localised = localise(files, *std::move(words));
    if (!localised.ok()) return localised.error();
    impl->languages.emplace(language, *std::move(localised));
  }
  return Templates(std::move(impl));
}

std::string Templates::render(std::string_view language, std::string_view name,
                              const TemplateData& data) const {
  const StageScope stage(Stage::templates);
  const Localised& localised = impl_->nearest(language);
  const auto found = localised.templates.find(name);
  assert(found != localised.templates.end());
  RenderedText out;
  TemplateContext context(data);
  // Rendering writes to the compiled template only for lambdas and partials, and there are none.
  found->second->render(context, out);
  return std::move(out.bytes);
}

const Words& Templates::words(std::string_view language) const {
  return impl_->nearest(language).words;
}

}  // namespace runbookc
