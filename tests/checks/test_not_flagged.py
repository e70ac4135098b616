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
    '<p><img src="a.jpg" alt="Illustration of a heart"> <img src="b.jpg" alt="Portrait of Dr. Ana Ruiz"> <img src="c.jpg" alt="Graph: flu up 5%"></p>',
    '<p><img src="team.jpg" alt="Dr. Ruiz, Dr. Li, and Dr. Roe"></p>',
    '<p><img src="cat.gif" alt="Cat"> <img src="sun.gif" alt="Sun"> <img src="yes.png" alt="Yes"> <img src="no.png" alt="No"> <img src="new.gif" alt="New"></p>',
    '<p><img src="required.png" alt="required"> <img src="external.png" alt="external link"> <img src="pdf.png" alt="PDF"></p>',
    '<p><img src="spinner.gif" alt="Loading"> <img src="avatar.png" alt="Ana Ruiz"> <img src="avatar2.png" alt="user123"></p>',
    '<p><img src="copyright.png" alt="Copyright symbol"> <img src="photo-tips.jpg" alt="How to take a photo of your rash"></p>',
    '<p><img src="source.jpg" alt="The source of the river Nile"></p>',
    '<p><img src="art.jpg" alt="Art by patients hangs in the hall"></p>',
    '<p><img src="pic.jpg" alt="Picture books on a shelf"></p>',
    '<p><img src="x.png" alt="1/2"> <img src="y.png" alt="24/7"> <img src="z.png" alt="100%"></p>',
    '<p><img src="x.png" alt="α"> <img src="y.png" alt="中"> <img src="z.png" alt="é"></p>',
    '<p><img src="eq.png" alt="E = mc²"></p>',
    '<figure><blockquote>Wash your hands.</blockquote><figcaption>Dr. Ruiz</figcaption></figure>',
    '<p><svg role="img" aria-labelledby="tt"><title id="tt">Heart</title></svg></p>',
    '<p><svg><title>Heart</title><path d="M0"/></svg></p>',
    '<p><span class="icon" role="img" aria-label="Warning"></span> Do not drive.</p>',
    '<embed src="a.pdf" type="application/pdf"><object data="x.html" type="text/html"></object>',
    '<p><img src="w.jpg" alt="Photos by a window"></p>',
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
    '<p><a href="/flu"><b>Flu</b> <i class="icon-arrow"></i></a></p>',
    '<p><a href="/vacunas">Vacunas</a> <a href="/de">Deutsch</a> <a href="/fr">Français</a></p>',
    '<p><a href="/flu" title="Read more about flu shots">Read more about flu shots</a></p>',
    '<ul><li><a href="/a">A–C</a></li><li><a href="/d">D–F</a></li><li><a href="/all">All</a></li></ul>',
    '<nav><a href="/page/1">First</a> <a href="/page/2">2</a> <a href="/page/9">Last</a> <a href="/next">Next page</a> <a href="/next">Next »</a></nav>',
    '<p><a href="/x">Buy</a> <a href="/y">Pay your bill</a> <a href="/z">Donate</a> <a href="/q">Give</a> <a href="/s">Subscribe</a></p>',
    '<p><a href="/view">View all flu shots</a> <a href="/see">See all</a></p>',
    '<p><a href="/print">Print</a> <a href="/share">Share</a> <a href="/save">Save</a> <a href="/menu">Menu</a> <a href="/close">Close</a></p>',
    '<p><a href="/q"><img src="search.svg" alt="Search"></a> <a href="/cart"><img src="cart.svg" alt="Cart, 2 items"></a></p>',
    '<p><a href="/a"><img src="a.jpg" alt="Photo gallery"></a></p>',
    '<p><a href="/flu.pdf">Flu plan <img src="pdf.png" alt="PDF"></a> <a href="https://x.org">X.org <img src="ext.png" alt="(external link)"></a></p>',
    '<h2>What is flu?</h2><p>It is an illness.</p><p><a href="/flu">What is flu?</a></p>',
    '<h2>Contents</h2><ul><li><a href="#a">One</a></li></ul><h3 id="a">One</h3><p>Flu.</p>',
    '<h2>Resources</h2><ul><li><a href="https://x.org/">X</a></li></ul><h2>Links</h2><ul><li><a href="https://y.org">Y</a></li></ul>',
    '<p>Consent form: <a href="/c.pdf">English</a>, <a href="/c-es.pdf">Español</a></p>',
    '<p><a href="/c.pdf" download>Download the form [PDF - 2 MB]</a></p>',
    '<p>Version <a href="/v/1.0.0.zip">1.0.0 (zip)</a></p>',
    '<ol><li><a href="#s1">1. Wash</a></li></ol><h2 id="s1">1. Wash</h2><p>Wash.</p>',
    '<p><a href="/1">1</a>, <a href="/2">2</a> and <a href="/3">3</a></p>',
    '<p>Ruiz et al. (<a href="#r1">2020</a>); Li (<a href="#r2">2021a</a>)</p><p id="r1">R</p><p id="r2">L</p>',
    '<p>Flu<a href="#f1"><sup>*</sup></a> and colds<a href="#f2"><sup>†</sup></a></p><p id="f1">* Doe</p><p id="f2">† Roe</p>',
    '<p>Flu.<sup><a href="#cite-1">a</a></sup></p><ol><li id="cite-1"><a href="#back">^</a> <span id="back">Doe</span></li></ol>',
    '<ol class="references"><li id="c1"><b><a href="#r1">^</a></b> Doe J.</li></ol><p id="r1">Flu</p>',
    '<p>Flu<a href="#fn1" id="ref1">¹</a></p><p id="fn1">Doe <a href="#ref1">↩︎</a></p>',
    '<p><a href="/settings">⚙ Settings</a> <a href="/home">🏠 Home</a></p>',
    '<p><a href="https://en.wikipedia.org/wiki/Influenza">Influenza - Wikipedia</a></p>',
    '<p><a href="https://www.nhs.uk">NHS.uk</a> <a href="https://gov.uk">GOV.UK</a> <a href="https://booking.com">Booking.com</a></p>',
    '<p><a href="https://github.com/a/b">a/b</a> <a href="https://github.com/a/b/issues/3">a/b#3</a></p>',
    '<p><a href="https://twitter.com/cdc">@CDCgov</a> <a href="https://t.co/x">#FluShot</a></p>',
    '<p><a href="https://example.org/flu">https://example.org</a></p>',
    '<p><a href="/map"><img src="map.png" alt="Map"></a> <a href="/list">List</a></p>',
    '<p><a href="/flu">Flu</a>, <a href="/flu#dose">dose</a></p>',
    '<a href="/flu"><h2>Flu</h2></a><p>Get a shot.</p><a href="/cold"><h2>Colds</h2></a><p>Rest.</p>',
    '<p><a href="/flu"><span class="visually-hidden">Flu shots: </span>Read more</a></p>',
    '<p><span id="t">Flu shots</span> <a id="l" aria-labelledby="l t" href="/flu">Read more</a></p>',
    '<p><a href="/flu">More on flu shots</a> <a href="/flu2">More topics</a></p>',
    '<p><a href="mailto:a@b.org">Email us</a> <a href="sms:988">Text 988</a> <a href="tel:988">988 Lifeline</a></p>',
    '<p><a href="https://maps.google.com/?q=x">Get directions</a> <a href="/hours">Hours</a></p>',
    '<p><a href="/app"><img src="app-store.svg" alt="Download on the App Store"></a> <a href="/gp"><img src="gp.png" alt="Get it on Google Play"></a></p>',
    '<p lang="es">Vacúnese contra la gripe. <a href="/es">Más información sobre la gripe</a></p>',
    '<figure><img src="a.jpg" alt="Nurse gives shot"><figcaption>A nurse gives a flu shot to a child. <a href="/full">Full size</a></figcaption></figure>',
    '<div role="menu"><a role="menuitem" href="/a">Flu</a><button role="menuitem">Print</button></div>',
    '<p>Get a <a href="/flu" class="btn" role="button">flu shot</a> today.</p>',
    '<ul class="tags"><li><a href="/t/flu" rel="tag">flu</a></li><li><a href="/t/cold" rel="tag">cold</a></li></ul>',
    '<p>Posted by <a href="/u/ana">Ana</a> on <a href="/2024/05/12"><time>May 12, 2024</time></a> · <a href="/p#comments">3 comments</a></p>',
    '<p><a href="/yes">Yes</a> <a href="/no">No</a> <a href="/ok">OK</a></p>',
    '<p><a href="/start">Start now</a> <a href="/begin">Get started</a> <a href="/apply">Apply now</a> <a href="/join">Join us</a></p>',
    '<p><a href="/details/flu">Details about flu shots</a> <a href="/info">Patient information</a></p>',
    '<p>Was this page helpful? <a href="/y">Yes</a> <a href="/n">No</a></p>',
    '<p><a href="/edit">[edit]</a> <a href="/e2">Edit this page on GitHub</a></p>',
    '<p><a href="/flu">Flu…</a> <a href="/q">“Flu”</a> <a href="/r">(Flu)</a></p>',
    '<p><a href="/c"><code>&lt;div&gt;</code></a> <a href="/d"><code>...</code></a> <a href="/op"><code>+=</code></a> <a href="/o2"><code>*</code></a></p>',
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
    '<h2>Introduction</h2><p>Flu is common.</p><h2>Methods</h2><p>We asked people.</p><h2>Results</h2><p>Many had it.</p>',
    '<h2>Step 1</h2><p>Wash.</p><h2>Step 2</h2><p>Dry.</p>',
    '<h2>Chapter 1: Flu</h2><p>Flu is common.</p><h2>Part 2</h2><p>Colds.</p><h2>Appendix A</h2><p>More.</p>',
    '<h2>1.</h2><p>One.</p><h2>A</h2><p>Apple.</p>',
    '<p>She said “¿Cómo está?” and “très bien”.</p>',
    '<p>Ask for Llame al 1-800 in Spanish: <span lang="es">Para español, llame al 1-800-555-0100.</span></p>',
    '<p><input type="checkbox" id="a"><label for="a">Yes</label> <input type="radio" aria-labelledby="rl"><span id="rl">No</span></p>',
    '<p><label>Phone <input type="tel" placeholder="555-555-5555"></label> <textarea title="Your note"></textarea></p>',
    '<button><span class="sr-only">Open menu</span>☰</button> <button title="Close">✕</button>',
    '<div role="button" tabindex="0" aria-label="Play">▶</div>',
    '<select aria-label="Month"><option>May</option></select> <input type="image" src="go.gif" alt="Go">',
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


def test_words_within_a_phrase_that_readers_know_are_not_looked_at() -> None:
    page = '<html lang="es"><title>Presión</title><p>Su presión arterial subió. Mida la tensión arterial.'
    rules = {f.rule for f in plainlang.check(page, filename="a.html").findings}
    assert not rules & {"undefined-term", "plainer-term", "unlisted-jargon"}
