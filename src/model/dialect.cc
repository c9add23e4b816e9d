#include "model/dialect.h"

#include <algorithm>
#include <array>

namespace runbookc {
namespace {

using Names = std::string_view;
using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Names, 2> kMarkdown = {".md", ".markdown"};
constexpr std::array<Names, 2> kMdx = {".md", ".mdx"};
constexpr std::array<Names, 2> kErb = {".html.md.erb", ".html.md"};

constexpr std::array<Names, 2> kGitlabContents = {"[[_TOC_]]", "[TOC]"};
constexpr std::array<Names, 1> kMkdocsContents = {"[TOC]"};

constexpr std::array<AddressKey, 2> kHugoAddresses = {
    {{"url", AddressBase::site}, {"slug", AddressBase::last_name}}};
constexpr std::array<AddressKey, 2> kDocusaurusAddresses = {
    {{"slug", AddressBase::folder}, {"id", AddressBase::file}}};

constexpr std::array<Names, 6> kHugoGenerated = {"/tags",          "/tags/**",     "/categories",
                                                 "/categories/**", "**/index.xml", "/sitemap.xml"};
constexpr std::array<Names, 3> kDocusaurusGenerated = {"/category/**", "/tags", "/tags/**"};

// Hugo's `type` chooses a layout.
constexpr std::array<Pair, 3> kHugoKeys = {
    {{"description", "summary"}, {"lastmod", "last_updated"}, {"type", ""}}};
constexpr std::array<Pair, 4> kTechDocsKeys = {{{"last_reviewed_on", "last_reviewed"},
                                                {"review_in", "review_every"},
                                                {"owner_slack", "owner"},
                                                {"old_paths", "aliases"}}};
constexpr std::array<Pair, 1> kDescription = {{{"description", "summary"}}};

constexpr std::array<DialectRules, 6> kDialects = {{
    {.name = "github",
     .description = "GitHub, and any reader of plain Markdown",
     .slugs = {SlugStyle::github, RepeatStyle::hyphen_number},
     .extensions = kMarkdown},
    {.name = "gitlab",
     .description = "GitLab",
     .slugs = {SlugStyle::gitlab, RepeatStyle::hyphen_number},
     .callouts = CalloutSyntax::quotes,
     .contents_marks = kGitlabContents,
     .extensions = kMarkdown,
     .rooted_links = RootedLinks::project},
    {.name = "hugo",
     .description = "Hugo",
     .slugs = {SlugStyle::hugo, RepeatStyle::hyphen_number},
     .slugs_of_source = true,
     .tags = TagSyntax::shortcodes,
     .callouts = CalloutSyntax::shortcodes,
     .extensions = kMarkdown,
     .static_folder = "static",
     .rooted_links = RootedLinks::site,
     .links_from_address = true,
     .folds_addresses = true,
     .aliases_are_addresses = true,
     .address_keys = kHugoAddresses,
     .generated = kHugoGenerated,
     .lists_have_pages = true,
     .keys = kHugoKeys},
    {.name = "tech-docs",
     .description = "the GOV.UK Tech Docs Template",
     .slugs = {SlugStyle::tech_docs, RepeatStyle::parent_then_number},
     .title_tag = "current_page.data.title",
     .tags = TagSyntax::erb,
     .callouts = CalloutSyntax::helpers,
     .escapes_pipes_in_code = false,
     .content_folder = "source",
     .extensions = kErb,
     .rooted_links = RootedLinks::site,
     .aliases_are_addresses = true,
     .sources_are_no_targets = true,
     .keys = kTechDocsKeys},
    {.name = "mkdocs",
     .description = "MkDocs and Material for MkDocs",
     .slugs = {SlugStyle::mkdocs, RepeatStyle::underscore_number},
     .tags = TagSyntax::attribute_lists,
     .callouts = CalloutSyntax::exclamations,
     .escapes_pipes_in_code = false,
     .contents_marks = kMkdocsContents,
     .content_folder = "docs",
     .extensions = kMarkdown,
     .keys = kDescription},
    {.name = "docusaurus",
     .description = "Docusaurus",
     .slugs = {SlugStyle::github, RepeatStyle::hyphen_number},
     .tags = TagSyntax::jsx,
     .callouts = CalloutSyntax::colons,
     .indented_code = false,
     .content_folder = "docs",
     .extensions = kMdx,
     .static_folder = "static",
     .address_keys = kDocusaurusAddresses,
     .drops_number_prefix = true,
     .ids_within_folders = true,
     .project_mark = "@site/",
     .unread_scheme = "pathname",
     .generated = kDocusaurusGenerated,
     .keys = kDescription},
}};

}  // namespace

std::span<const DialectRules> dialects() { return kDialects; }

const DialectRules& default_dialect() { return kDialects.front(); }

const DialectRules* find_dialect(std::string_view name) {
  const auto* const found = std::ranges::find(kDialects, name, &DialectRules::name);
  return found == kDialects.end() ? nullptr : found;
}

}  // namespace runbookc
