"""Each test has a cache of its own, and an environment without proxies."""

import ssl
import subprocess

import pytest
from servers import TEXT, serving


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """Keep pages in a folder of the test, and return it."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    return tmp_path / "cache" / "summarize" / "pages"


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """Make a certificate that nobody has signed, for 127.0.0.1 and courier.example."""
    folder = tmp_path_factory.mktemp("tls")
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 "
        "-subj /CN=site -addext subjectAltName=IP:127.0.0.1,DNS:courier.example"
    )
    try:
        subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("openssl is not installed")
    return folder


@pytest.fixture
def secure(certificate):
    """Serve a page with TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with serving({"/a": TEXT}, context=context) as site:
        yield site


@pytest.fixture(params=[False, True])
def trusted(request, certificate, monkeypatch):
    """Return whether the certificate is one that the system trusts."""
    if request.param:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    return request.param
