"""The files of a site that are no pages, each read by a parser that is none of ours.

RUNBOOKC names the program. Three projects are built: the one of tests/artifacts, the repository's
own runbooks (with a base_url), and one whose every word is hostile.
"""

import hashlib
import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import icalendar
import jsonschema

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("RUNBOOKC", str(ROOT / "build/release/runbookc"))
BASE = "https://runbooks.example.com/ops/"
# Not a secret: built here so that no scanner takes this file for one.
PASSWORD = "hunter2" + "Wq8Zt5Lm"

WORDS = "\"'</title>]]>-->\\q;,: [x](y) & <b> \u00e9\u0301 \U0001f525 ${x} {{y}}" + "w" * 80
QUOTED = json.dumps(WORDS, ensure_ascii=False)
HOSTILE = {
    "runbookc.yaml": f"site: {{ title: {QUOTED}, base_url: {BASE!r} }}\n",
    "content/owners.yaml": "owners:\n  - id: ops\n    name: " + QUOTED + "\n    kind: team\n    contacts:\n"
    "      - { kind: slack, value: " + QUOTED + " }\n",
    "content/a & b <c>/é ;,.md": "---\ntitle: " + QUOTED + "\nsummary: " + QUOTED
    + "\nowner: [ops, " + QUOTED + "]\nlast_reviewed: 2026-05-01\nlast_updated: 2026-06-01\n"
    "review_every: 90 days\ntags: [" + QUOTED + "]\ntype: runbook\n---\n\n# " + WORDS
    + "\n\n```bash\nmysql --password=" + PASSWORD + " orders\n```\n",
    "content/control.md": '---\ntitle: "bell \\a and \\x01 and \\uFFFE"\nlast_reviewed: 2026-05-02\n---\ntext\n',
}


def build(work, name, sources):
    project, site = work / name / "project", work / name / "site"
    for path, text in sources.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    subprocess.run([PROGRAM, "build", "-C", project, "--out", site, "--today", "2026-11-21", "-q"], check=True)
    return site


def tree(folder, *names):
    files = {}
    for name in names:
        for file in [folder / name] if (folder / name).is_file() else sorted((folder / name).rglob("*")):
            if file.is_file():
                files[str(file.relative_to(folder))] = file.read_bytes()
    return files


def xmllint(*arguments):
    run = subprocess.run(["xmllint", "--noout", "--nonet", *map(str, arguments)], capture_output=True, text=True)
    return run.stderr if run.returncode else ""


class SiteFiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="runbookc-site-")
        work = Path(cls.folder.name)
        own = tree(ROOT, "runbookc.yaml", "content")
        own["runbookc.yaml"] = own["runbookc.yaml"].replace(b"site:\n", f"site:\n  base_url: {BASE}\n".encode(), 1)
        basic = tree(ROOT / "tests/artifacts/sites/basic/project", "runbookc.yaml", "content", "docs")
        cls.sites = {
            "basic": build(work, "basic", basic),
            "own": build(work, "own", own),
            "hostile": build(work, "hostile", HOSTILE),
        }

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_every_json_file_is_valid_against_its_schema(self):
        for site in self.sites.values():
            found = set()
            for file in sorted(site.rglob("*.json")):
                if "search" in file.parts:
                    continue  # the index of the search page has tests of its own
                document = json.loads(file.read_text("utf-8"))
                name = document["$schema"].rsplit("/", 1)[1]
                schema = json.loads((ROOT / "schemas/output" / name).read_text("utf-8"))
                self.assertEqual(document["$schema"], schema["$id"])
                jsonschema.Draft7Validator.check_schema(schema)
                jsonschema.Draft7Validator(schema).validate(document)
                found.add(str(file.relative_to(site)))
            self.assertLessEqual({"index.json", "commands.json", "diagnostics.json", "build.json", "_/owners.json",
                                  "_/reviews.json"}, found)

    def test_a_schema_refuses_what_is_wrong(self):
        document = json.loads((self.sites["basic"] / "_/reviews.json").read_text())
        document["reviews"][0]["status"] = "fine"
        schema = json.loads((ROOT / "schemas/output/reviews.json").read_text())
        self.assertFalse(jsonschema.Draft7Validator(schema).is_valid(document))

    def test_the_manifest_lists_every_file_with_its_digest(self):
        for site in self.sites.values():
            manifest = json.loads((site / "build.json").read_text())
            listed = {entry["path"]: entry for entry in manifest["files"]}
            there = {str(file.relative_to(site)) for file in site.rglob("*") if file.is_file()}
            self.assertEqual(set(listed), there - {"build.json"})
            for path, entry in listed.items():
                data = (site / path).read_bytes()
                self.assertEqual((len(data), hashlib.sha256(data).hexdigest()), (entry["size"], entry["sha256"]), path)

    def test_the_feed_is_atom_and_its_addresses_are_pages(self):
        for site in self.sites.values():
            feed = site / "_/feed.xml"
            self.assertEqual(xmllint("--relaxng", ROOT / "tests/site/atom.rng", feed), "")
            text = feed.read_text("utf-8")
            ids = re.findall(r"<entry>\n<id>([^<]*)</id>", text)
            self.assertTrue(ids)
            self.assertEqual(len(ids), len(set(ids)))
            for address in ids:
                address = address.replace("&amp;", "&")
                self.assertTrue((site / unquote(address[len(BASE):])).is_file(), address)
            days = re.findall(r"<updated>([^<]*)</updated>", text)
            self.assertEqual(days[1:], sorted(days[1:], reverse=True))
            self.assertEqual(days[0], days[1])

    def test_the_sitemap_is_valid_and_its_addresses_are_pages(self):
        for site in self.sites.values():
            sitemap = site / "sitemap.xml"
            self.assertEqual(xmllint("--schema", ROOT / "tests/site/sitemap.xsd", sitemap), "")
            for address in re.findall(r"<loc>([^<]*)</loc>", sitemap.read_text("utf-8")):
                address = address.replace("&amp;", "&")
                self.assertTrue((site / unquote(address[len(BASE):])).is_file(), address)

    def test_the_search_is_described_as_opensearch_asks(self):
        name = "{http://a9.com/-/spec/opensearch/1.1/}"
        for kind, site in self.sites.items():
            file = site / "_/opensearch.xml"
            if not file.exists():
                self.assertNotIn("opensearch", (site / "index.html").read_text("utf-8"), kind)
                continue
            root = ElementTree.parse(file).getroot()
            self.assertEqual(root.tag, name + "OpenSearchDescription")
            for element, most in (("ShortName", 16), ("LongName", 48), ("Description", 1024)):
                self.assertTrue(0 < len(root.findtext(name + element)) <= most, element)
            url = root.find(name + "Url")
            self.assertEqual(url.get("type"), "text/html")
            self.assertEqual(url.get("template"), BASE + "_/search.html?q={searchTerms}")
            self.assertTrue((site / "_/search.html").is_file())
            image = root.findtext(name + "Image")
            self.assertTrue((site / image[len(BASE):]).is_file(), image)

    def test_a_validator_refuses_what_is_wrong(self):
        with tempfile.NamedTemporaryFile(suffix=".xml") as file:
            file.write(b'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>x</title></feed>')
            file.flush()
            self.assertNotEqual(xmllint("--relaxng", ROOT / "tests/site/atom.rng", file.name), "")
            self.assertNotEqual(xmllint("--schema", ROOT / "tests/site/sitemap.xsd", file.name), "")

    def test_the_calendar_has_an_event_for_each_review_that_is_due(self):
        for site in self.sites.values():
            data = (site / "_/reviews.ics").read_bytes()
            for line in data.split(b"\r\n"):
                self.assertLessEqual(len(line), 75)
                self.assertNotIn(b"\n", line)
            calendar = icalendar.Calendar.from_ical(data)
            events = calendar.walk("VEVENT")
            reviews = [review for review in json.loads((site / "_/reviews.json").read_text())["reviews"] if review["due"]]
            self.assertTrue(events)
            self.assertEqual([event["DTSTART"].dt.isoformat() for event in events], [one["due"] for one in reviews])
            for event, review in zip(events, reviews):
                self.assertEqual(event.errors, [])
                self.assertEqual(str(event["SUMMARY"]), "Review: " + review["title"])
            self.assertEqual(len({str(event["UID"]) for event in events}), len(events))

    def test_the_list_for_programs_leads_to_the_markdown_of_every_page(self):
        for site in self.sites.values():
            text = (site / "llms.txt").read_text("utf-8")
            self.assertTrue(text.startswith("# "))
            self.assertTrue(text.split("\n")[2].startswith("> "))
            links = re.findall(r"^- \[(?:[^\\\]]|\\.)*\]\(([^)\s]*)\)", text, re.MULTILINE)
            pages = json.loads((site / "index.json").read_text())["runbooks"]
            self.assertEqual(len(links), len(pages))
            self.assertEqual(len(links), len(re.findall(r"^- ", text, re.MULTILINE)))
            for link in links:
                self.assertTrue((site / unquote(link[len(BASE):])).is_file(), link)

    def test_the_markdown_is_the_source_but_for_secrets(self):
        site, source = self.sites["hostile"], HOSTILE["content/a & b <c>/é ;,.md"]
        self.assertIn(PASSWORD, source)
        published = (site / "a & b <c>/é ;,.md").read_text("utf-8")
        self.assertEqual(published, source.replace(PASSWORD, "•" * len(PASSWORD)))
        for file in site.rglob("*"):
            if file.is_file():
                self.assertNotIn(PASSWORD.encode(), file.read_bytes(), file)

    def test_without_an_address_there_is_nothing_that_needs_one(self):
        with tempfile.TemporaryDirectory() as folder:
            site = build(Path(folder), "bare", {"a.md": "---\nlast_reviewed: 2026-05-01\n---\n# A\n"})
            for path in ["sitemap.xml", "_/feed.xml", "_/opensearch.xml"]:
                self.assertFalse((site / path).exists(), path)
            self.assertNotIn("feed.xml", (site / "a.html").read_text())


if __name__ == "__main__":
    unittest.main()
