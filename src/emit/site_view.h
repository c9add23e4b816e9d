// What every page shows around its own content, and the small pieces that pages share, as template
// data. `from` is always the site path of the page that is being made.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "emit/artifact.h"
#include "emit/site_tree.h"
#include "emit/templates.h"

namespace runbookc {

// The words of the site's language.
const Words& site_words(const SiteInput& input);
std::string render_page(const SiteInput& input, std::string_view name, const TemplateData& data);

// Head, bar and footer; `title` is plain text.
TemplateData page_frame(const SiteInput& input, std::string_view from, std::string_view title);

// `lists[name]`, and the flag `has_NAME`, so that a template can put something around the list.
void set_list(TemplateData& data, const std::string& name, std::vector<TemplateData> items);
// `text[name]`, and the flag `has_NAME`: whether it is anything.
void set_text(TemplateData& data, const std::string& name, std::string text);

// At most some 200 bytes of `text`, cut at a space.
std::string shortened(std::string_view text);

// {title, href, linked}; no link if `href` is empty.
TemplateData link_item(std::string title, std::string href);

// A page as a line of a list: its title, severity, review if it needs attention, and summary.
TemplateData page_row(const SiteInput& input, std::string_view from, Index index);

// The links from the home page down to the folder of `page` (kNone: only the home page).
std::vector<TemplateData> crumbs(const SiteInput& input, const SiteTree& tree,
                                 std::string_view from, Index folder);

// Sets `nav_groups`: all folders and pages if they are few, else what is near `folder`; a folder of
// many pages shows those next to `page`. Its size does not grow with the site.
void set_navigation(TemplateData& data, const SiteInput& input, const SiteTree& tree,
                    std::string_view from, Index folder, Index page);

// {title, severity_class, response}: the page's severities; what must be answered within, if the
// project says so.
std::vector<TemplateData> severity_items(const SiteInput& input, const Page& page);

// Owner, review, severity and the like of a page.
void set_metadata(TemplateData& data, const SiteInput& input, const Page& page);
// review_class, review_text and, with a date, review_due and review_overdue.
void set_review(TemplateData& data, const Words& words, const Review& review);

// How to reach an owner; empty if the project does not publish contacts.
std::vector<TemplateData> contact_items(const SiteInput& input, const Owner& owner);

// Findings by document, parallel to Corpus::documents.
std::vector<DiagnosticCounts> findings_by_document(const SiteInput& input);

}  // namespace runbookc
