"""What real pages do, and do rightly: images, links and headings that nobody should be warned of."""

from __future__ import annotations

import pytest

import plainlang

PAGE = (
    '<!doctype html><html lang="{language}"><head><title>{title}</title></head>'
    "<body><main><h1>{title}</h1>{body}</main></body></html>"
)
OURS = {"alt-text", "link-labels", "structure"}


def warnings(body: str, language: str = "en", title: str = "Flu shots") -> list[str]:
    """Return what is reported about a body at warning or above, but for words and reading level."""
    source = PAGE.format(language=language, title=title, body=body)
    return told(source, "page.html")


def told(source: str, filename: str) -> list[str]:
    report = plainlang.check(source, filename=filename)
    return [
        f"{f.rule}: {f.message}"
        for f in report.findings
        if f.category in OURS and f.severity in ("warning", "error")
    ]


IMAGES = [
    # Logos, brands and names
    '<p><img src="/img/nasa-jpl.svg" alt="NASA/JPL"></p>',
    '<p><img src="/img/nasa_jpl_logo.png" alt="NASA/JPL-Caltech logo"></p>',
    '<p><a href="https://www.iclicker.com"><img src="iclicker.png" alt="iClicker"></a></p>',
    '<p><a href="/"><img src="logo.svg" alt="City Clinic home"></a></p>',
    '<p><img src="logo.svg" alt="W3C"> <img src="a1c.png" alt="A1C"> <img src="k.png" alt="K-12"></p>',
    '<p><img src="gov-uk.png" alt="GOV.UK"> <img src="hc.png" alt="HealthCare.gov"></p>',
    '<p><img src="unsplash-logo.svg" alt="Unsplash logo"> <img src="getty.svg" alt="Getty Images logo"></p>',
    '<p><img src="photoshop.png" alt="Adobe Photoshop CC 2024"></p>',
    '<p><img src="ibm.png" alt="IBM"> <img src="3m.png" alt="3M"> <img src="7.png" alt="7-Eleven"></p>',
    '<p><img src="h.png" alt="Node.js"> <img src="p.png" alt="Yahoo!"> <img src="b.png" alt="C++"></p>',
    # Credits where they belong
    '<figure><img src="a.jpg" alt="Two nurses with masks"><figcaption>Two nurses at work. Photo: Jane Doe</figcaption></figure>',
    '<figure><img src="a.jpg" alt="The sun, seen from space"><figcaption>The sun. Credit: NASA/JPL-Caltech</figcaption></figure>',
    '<figure><img src="a.jpg" alt="A child with a plaster"><figcaption>📷 Jane Doe / City Clinic</figcaption></figure>',
    '<p><img src="a.jpg" alt="A nurse takes a photo by the sea"></p>',
    '<p><img src="a.jpg" alt="A woman gives a doctor her credit card"></p>',
    '<p><img src="a.jpg" alt="Photographer Ansel Adams with his camera"></p>',
    '<p><img src="a.jpg" alt="A sign that says: Photos are not allowed"></p>',
    '<p><img src="a.jpg" alt="A well is a source of water"></p>',
    # Icons beside text, decoration
    '<p><a href="/call"><img src="phone.svg" alt=""> Call us</a></p>',
    '<p><button><svg aria-hidden="true"><path d="M0 0h9"/></svg> Search</button></p>',
    '<p><button aria-label="Close"><svg><path d="M0 0h9"/></svg></button></p>',
    '<p><a href="/map"><i class="fa fa-map" aria-hidden="true"></i> Map</a></p>',
    '<p><img src="line.png" alt=""> <img src="dot.gif" role="presentation"></p>',
    '<p><svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg> Flu shots</p>',
    # Texts that look odd and are right
    '<p><img src="5.png" alt="5"> <img src="b.png" alt="B"> <img src="plus.png" alt="H2O"></p>',
    '<p><img src="formula.png" alt="x = 5 + 3"></p>',
    '<p><img src="smile.png" class="emoji" alt="😀"> Well done</p>',
    '<p><img src="stars.png" alt="4 out of 5 stars"></p>',
    '<p><img src="pages.png" alt="Page 3 of 12"></p>',
    '<p><img src="map.png" alt="Map of the way from the bus stop to our door"></p>',
    '<p><img src="x.png" alt="Drawing of the lungs with air tubes"></p>',
    '<p><img src="x.png" alt="Image quality depends on the X-ray tube"></p>',
    '<p><img src="x.png" alt="Screenshot of the sign-in page with the user name filled in"></p>',
    '<p><img src="img_2041.jpg" alt="A nurse gives a child a flu shot"></p>',
    '<p><img src="covid-19.png" alt="COVID-19"> <img src="h1n1.png" alt="H1N1"></p>',
    '<picture><source srcset="a.webp" type="image/webp"><img src="a.jpg" alt="A nurse with a mask"></picture>',
    '<p><img src="a.jpg" alt="A poster in French" lang="en"> <img src="b.jpg" lang="fr" alt="Lavez-vous les mains"></p>',
    '<table><tr><th>Pain</th></tr><tr><td><img src="yes.png" alt="Yes"></td></tr><tr><td><img src="yes.png" alt="Yes"></td></tr></table>',
    '<figure><img src="chart.png" alt="Bar chart: 20 cases in May, 40 in June"><figcaption>Cases of flu</figcaption></figure>',
    '<p><img src="qr.png" alt="QR code that leads to our booking page"></p>',
    '<p><input type="image" src="go.png" alt="Search"></p>',
    '<map name="m"><area href="/n" alt="North"><area href="/s" alt="South"></map><img usemap="#m" src="m.png" alt="Our two clinics">',
]  # fmt: skip

LINKS = [
    # Ways around a page
    '<a href="#main">Skip to main content</a><div id="main">Flu</div>',
    '<a class="skip-link" href="#flu">Skip navigation</a><div id="flu">Flu</div>',
    '<p><a href="#top">Back to top</a> <a href="#">Top of page</a></p>',
    '<nav aria-label="Pages"><a href="?p=0">Previous</a> <a href="?p=1">1</a> <a href="?p=2" aria-current="page">2</a>'
    ' <a href="?p=3">3</a> <span>…</span> <a href="?p=9">9</a> <a href="?p=3">Next</a></nav>',
    '<nav><a href="?p=1" aria-label="Previous page">«</a> <a href="?p=2">2</a> <a href="?p=3" aria-label="Next page">›</a></nav>',
    '<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/health">Health</a></li><li aria-current="page">Flu</li></ol></nav>',
    '<p class="breadcrumb"><a href="/">Home</a> &gt; <a href="/health">Health</a> &gt; Flu</p>',
    "<p>" + " ".join(f'<a href="/az/{c}">{c}</a>' for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ") + "</p>",
    '<p><a href="/az/0">0–9</a> <a href="/az/a">A</a> <a href="/az/xyz">X–Z</a></p>',
    '<p><a href="/login">Log in</a> <a href="/register">Sign up</a> <a href="/help">Help</a> <a href="/contact">Contact us</a></p>',
    '<p><a href="/about">About</a> <a href="/search">Search</a> <a href="/news">News</a> <a href="/faq">FAQ</a> <a href="/site">Sitemap</a></p>',
    '<ul><li><a href="/2023">2023</a></li><li><a href="/2024">2024</a></li></ul>',
    # Languages
    '<ul><li><a href="/es" lang="es" hreflang="es">Español</a></li><li><a href="/zh" lang="zh">中文</a></li>'
    '<li><a href="/vi" lang="vi">Tiếng Việt</a></li><li><a href="/ar" lang="ar" dir="rtl">العربية</a></li></ul>',
    '<p><a href="/es">Español</a> | <a href="/zh">中文</a> | <a href="/ko">한국어</a> | <a href="/ru">Русский</a> | <a href="/ht">Kreyòl ayisyen</a></p>',
    '<p><a href="/es/gripe" hreflang="es">Léalo en español</a></p>',
    '<p><a href="/en">EN</a> | <a href="/es">ES</a></p>',
    # Citations and footnotes
    '<p>Flu is common.<sup><a href="#n1">[1]</a></sup> So are colds.<sup><a href="#n2">2</a></sup></p>'
    '<ol><li id="n1">Doe J.</li><li id="n2">Roe J.</li></ol>',
    '<p>Flu is common.<a href="#fn-1" id="r1" role="doc-noteref">1</a></p><p id="fn-1">Doe. <a href="#r1" aria-label="Back to the text">↩</a></p>',
    '<h2>References</h2><ol><li>Doe J. Flu. <a href="https://doi.org/10.1000/182">https://doi.org/10.1000/182</a></li>'
    '<li>Roe J. Pox. <a href="https://pubmed.ncbi.nlm.nih.gov/31234567/">PubMed</a> <a href="https://doi.org/10.1000/x">doi:10.1000/x</a></li>'
    '<li>CDC. <a href="https://www.cdc.gov/flu/about/keyfacts.htm">https://www.cdc.gov/flu/about/keyfacts.htm</a>. Accessed May 2, 2024.</li></ol>',
    '<section class="references"><p>1. Doe J. <a href="https://doi.org/10.1000/182">10.1000/182</a></p></section>',
    '<h2>Bibliography</h2><p>Doe. <a href="/a.pdf">Here</a>. Roe. <a href="/b.pdf">Link</a>.</p>',
    '<p>Doe J. Flu. Available at: <a href="https://example.org/a/b?c=d">https://example.org/a/b?c=d</a>.</p>',
    # Names, addresses, files
    '<p>Go to <a href="https://www.cancer.gov">www.cancer.gov</a> or <a href="https://smokefree.gov/es">smokefree.gov/es</a>.</p>',
    '<p>Write to <a href="mailto:help@example.org">help@example.org</a> or call <a href="tel:+18004226237">1-800-4-CANCER</a>.</p>',
    '<p><a href="https://www.iclicker.com">iClicker</a>, <a href="https://www.jpl.nasa.gov">NASA/JPL</a>, <a href="https://nodejs.org">Node.js</a></p>',
    '<p><a href="/learn">Learn to Swim</a> <a href="/here">Here to Help</a> <a href="/more">More Than Meds</a> <a href="/this">This American Life</a></p>',
    '<p><a href="/go">Go Red for Women</a> <a href="/click">Click It or Ticket</a> <a href="/read">Read aloud to your child</a></p>',
    '<p><a href="/plan.pdf">Our plan (PDF, 2 MB)</a> <a href="/plan.docx">Our plan as a Word document</a></p>',
    '<p>Run <a href="/docs/cmd"><code>npm ci</code></a> or <a href="/docs/x"><code>--help</code></a>.</p>',
    # Context, named by other means
    '<article><h2 id="c1">Flu</h2><img src="flu.jpg" alt=""><p>Get a shot.</p><a href="/flu" aria-describedby="c1">Read about it</a></article>',
    '<article><h2 id="c2"><a href="/flu">Flu season starts</a></h2><p>Get a shot.</p><a id="m2" href="/flu" aria-labelledby="m2 c2">Read more</a></article>',
    '<article><a href="/flu"><img src="flu.jpg" alt=""><h2>Flu</h2><p>Get a shot.</p><span aria-hidden="true">→</span></a></article>',
    '<article><h2><a href="/flu">Flu</a></h2><a href="/flu" tabindex="-1" aria-hidden="true"><img src="flu.jpg" alt=""></a></article>',
    '<p><a href="/flu">Read more<span class="sr-only"> about flu shots</span></a></p>',
    '<p><a href="/flu" aria-label="Read more about flu shots">Read more</a></p>',
    '<table><thead><tr><th>Name</th><th>Change</th></tr></thead><tbody><tr><th scope="row">Ana Ruiz</th><td><a href="/e/1" aria-label="Edit Ana Ruiz">Edit</a></td></tr>'
    '<tr><th scope="row">Bo Li</th><td><a href="/e/2" aria-label="Edit Bo Li">Edit</a></td></tr></tbody></table>',
    '<table><tr><th scope="row">Ana Ruiz</th><td><a href="/e/1">Edit</a></td><td><a href="/d/1">Delete</a></td></tr>'
    '<tr><th scope="row">Bo Li</th><td><a href="/e/2">Edit</a></td><td><a href="/d/2">Delete</a></td></tr></table>',
    '<p><button>More</button> <button aria-expanded="false">Details</button></p>',
    # Social media
    '<ul><li><a href="https://x.com/c" aria-label="City Clinic on X"><svg aria-hidden="true"><path d="M0 0"/></svg></a></li>'
    '<li><a href="https://facebook.com/c"><img src="facebook.svg" alt="Facebook"></a></li><li><a href="https://youtube.com/c"><span class="sr-only">YouTube</span><i class="fab"></i></a></li>'
    '<li><a href="https://instagram.com/c" title="Instagram"><i class="icon"></i></a></li></ul>',
    '<p>Share: <a href="https://twitter.com/share?url=x">Twitter</a> <a href="mailto:?subject=Flu">Email</a> <a href="#" onclick="print()">Print</a></p>',
    # Scripts and one-page apps
    '<p><a href="#" data-toggle="menu">Menu</a> <a href="#" role="button">Open</a> <a href="#/app/flu">App</a> <a href="#!/flu">Flu</a></p>',
    '<ul role="tablist"><li><a role="tab" href="#p1">Flu</a></li></ul><div id="p1" role="tabpanel">Flu</div>',
    '<p><a name="old"></a><a href="#old">The old part</a> <a id="x">No link</a></p>',
    '<p><a href="/flu" target="_blank" rel="noopener">Flu shots (opens in a new tab)</a></p>',
    '<p><a href="https://example.org/flu">Flu shots at Example <span aria-label="external link">↗</span></a></p>',
    '<p><a href="/flu">Flu shots →</a> <a href="/cold">« Colds</a></p>',
    '<p><a href="/a">A</a><a href="/b">B</a></p>',
    '<p><a href="https://maps.example.org/?q=12+Main+St">12 Main St, Springfield</a></p>',
    '<p>See <a href="#dose">How much to take</a>.</p><h2 id="dose">How much to take</h2>',
    '<p>See <a href="#caf%C3%A9">coffee</a>.</p><h2 id="café">Coffee</h2>',
]  # fmt: skip

STRUCTURE = [
    '<h2>FAQ</h2><h3>Q: Who needs it?</h3><p>A: All of us.</p><h2>A</h2><p>Apple</p><h2>2024</h2><p>Old news.</p>',
    '<h2><img src="flu.png" alt="Flu"></h2><p>Get a shot.</p>',
    '<h2><a href="#a" aria-hidden="true">#</a> Shots</h2><p>Get a shot.</p>',
    '<h2 id="s">Shots<a class="headerlink" href="#s" title="Link to this heading">¶</a></h2><p>Get a shot.</p>',
    '<h2 hidden></h2><div style="display:none"><h2></h2></div><p>Get a shot.</p>',
    '<details><summary>Who needs it?</summary><p>All of us.</p></details>',
    '<form><label>Name <input name="n"></label><input type="hidden" name="h"><input type="submit"><button>Send</button></form>',
    '<form role="search"><input type="search" aria-label="Search this site"><button aria-label="Search">🔍</button></form>',
    '<label for="q">Search</label><input id="q"><input type="reset"><select aria-label="Language"><option>English</option></select>',
    '<iframe src="/map" title="Map of our clinics"></iframe><iframe src="/px" width="1" height="1" style="display:none"></iframe>',
    '<p>We speak <span lang="es">español</span> and <span lang="zh-Hans">中文</span>.</p>',
    '<p>Our motto is <i lang="la">Primum non nocere</i>. Ask for the <em>déjà vu</em> menu.</p>',
    '<p>Hospital San Juan de Dios, Calle de la Cruz 5, San José de Costa Rica, Teléfono 555</p>',
    '<button type="button" aria-label="Close dialog">×</button><button><img src="x.png" alt="Close"></button>',
    '<a href="/flu" aria-label="Flu shots for children">Flu shots</a> <button aria-label="Search the site">Search</button>',
    '<nav aria-label="Topics"><h2>Topics</h2><ul><li><a href="/flu">Flu</a></li></ul></nav><aside><h2>Call us</h2><p>We help.</p></aside>',
    '<div role="heading" aria-level="2">Shots</div><p>Get a shot.</p>',
    '<table><caption>Doses</caption><tr><th>Age</th><th></th></tr><tr><td>5</td><td>1</td></tr></table>',
    '<ul role="none"><li role="none"><a href="/a">Flu</a></li></ul><table role="presentation"><tr><td>Flu</td></tr></table>',
    '<video controls aria-label="How to wash your hands"><track src="a.vtt" kind="captions"></video><audio controls src="a.mp3"></audio>',
]  # fmt: skip


@pytest.mark.parametrize("body", IMAGES)
def test_images_that_are_right(body: str) -> None:
    assert warnings(body) == []


@pytest.mark.parametrize("body", LINKS)
def test_links_that_are_right(body: str) -> None:
    assert warnings(body) == []


@pytest.mark.parametrize("body", STRUCTURE)
def test_structure_that_is_right(body: str) -> None:
    assert warnings(body) == []


@pytest.mark.parametrize(
    "body",
    ['<p><a href="/en" lang="en">English</a> <a href="/">Español</a></p>',
     '<p><a href="#contenido">Ir al contenido principal</a></p><div id="contenido">Gripe</div>',
     '<nav><a href="?p=1">Anterior</a> <a href="?p=1">1</a> <a href="?p=3">Siguiente</a></nav>',
     '<p><a href="/gripe">Vacunas contra la gripe (PDF, 2 MB)</a> <a href="/mas">Más que medicinas</a></p>',
     '<h2>Referencias</h2><ol><li>Ruiz A. Gripe. <a href="https://doi.org/10.1000/182">https://doi.org/10.1000/182</a></li></ol>',
     '<p><a href="/gripe" aria-label="Lea más sobre la gripe">Lea más</a></p>',
     '<p><img src="a.jpg" alt="Una enfermera se lava las manos"> <img src="l.png" alt="Logotipo de la Clínica Norte"></p>',
     '<figure><img src="a.jpg" alt="Una enfermera"><figcaption>Foto: Ana Ruiz</figcaption></figure>',
     '<p>Siga a <a href="https://www.nih.gov" lang="en">National Institutes of Health</a> y a <a href="https://www.cdc.gov/spanish">CDC en Español</a>.</p>',
     '<p><a href="#top">Volver arriba</a> <a href="/">Inicio</a> <a href="/contacto">Contáctenos</a></p>'],
)  # fmt: skip
def test_spanish_pages_that_are_right(body: str) -> None:
    assert warnings(body, "es", "Vacunas contra la gripe") == []


@pytest.mark.parametrize(
    "source",
    ["# Flu shots\n\n[![Build](https://ci.example.org/badge.svg)](https://ci.example.org) ![License: MIT](mit.svg)\n",
     "# Flu shots\n\n- [Who needs it](#who-needs-it)\n- [FAQ](#faq)\n\n## Who needs it?\n\nAll of us.\n\n## FAQ\n\nAsk.\n",
     "# Flu shots\n\nFlu is common.[^1] See [RFC 2119] and [#42](https://example.org/issues/42).\n\n[^1]: Doe J.\n\n[RFC 2119]: https://example.org/rfc\n",
     "# Flu shots\n\n![](line.png)\n\n![Two nurses with masks](nurses.jpg \"Photo: Jane Doe\")\n",
     "# Flu shots\n\n[Español](es.md) | [中文](zh.md) | [Tiếng Việt](vi.md)\n",
     "# Flu shots\n\n| Name | |\n|---|---|\n| Ana | [Edit Ana](a.md) |\n",
     "---\ntitle: Flu shots\n---\n\n## Who needs it\n\nAll of us. [Back to top](#top)\n",
     "# Changes\n\n## [1.0.0](https://example.org/compare/0.9...1.0) (2024-05-12)\n\n- Mend ([#12](https://example.org/12)) ([abc1234](https://example.org/c/abc1234))\n",
     "# Flu shots\n\n<p align=\"center\"><img src=\"logo.svg\" alt=\"\" width=\"90\"></p>\n\nUse `[text](url)` for links.\n"],
)  # fmt: skip
def test_markdown_that_is_right(source: str) -> None:
    assert told(source, "page.md") == []


@pytest.mark.parametrize(
    ("name", "source"),
    [("a.html", '<p><a href="{{ url }}">{{ label }}</a> <img src="{{ src }}" alt="{{ alt }}"></p>'),
     ("a.html", '<p><img :src="src" :alt="alt"> <a :href="url" v-text="label"></a></p>'),
     ("a.html", '{% for p in pages %}<a href="{{ p.url }}"><img src="{{ p.img }}" alt=""> {{ p.title }}</a>{% endfor %}'),
     ("a.php", '<h1><?= $title ?></h1><p><a href="<?= $url ?>"><?= $label ?></a></p>'),
     ("a.erb", '<p><%= link_to "Flu", flu_path %> <img src="x.png" alt="<%= alt %>"></p>')],
)  # fmt: skip
def test_templates_are_not_judged(name: str, source: str) -> None:
    assert told(source, name) == []
