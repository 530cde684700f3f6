# Amparo. The two commands are `make` and `make test`; `make help` lists the rest.
#
# There is one build, the release build: what is tested is what is used.

SWIFT_BUILD = swift build -c release
AMPARO = .build/release/amparo
PREFIX ?= /usr/local

# What Debian 12 calls the things that the build and the tests need.
BUILD_PACKAGES = pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev libzip-dev \
	libgraphviz-dev graphviz wasi-libc binaryen
TEST_PACKAGES = chromium chromium-driver firefox-esr python3-venv fonts-noto-core \
	'default-jre-headless|openjdk-17-jre-headless'
REQUIREMENTS = $(sort $(wildcard Tests/*/requirements.txt))

.PHONY: all build packages test test-packages test-clients lint install bench docs clean help

all: build ## build the compiler, then the pages of Content/ into Output/
	$(AMPARO) build Content --output Output

build: packages ## build the compiler only
	$(SWIFT_BUILD) --product amparo

packages:
	@scripts/need-swift.sh
	@scripts/need-packages.sh $(BUILD_PACKAGES)

test: all test-packages .venv/ready ## run every test
	$(SWIFT_BUILD) --build-tests
	@python3 scripts/run-tests.py

test-packages:
	@scripts/need-packages.sh $(TEST_PACKAGES)

test-clients: all test-packages ## play packages in learning systems of others, fetched from PyPI
	@python3 scripts/test-clients.py

# Python packages of the tests, pinned, in a folder of their own.
.venv/ready: $(REQUIREMENTS)
	@python3 -m venv .venv || { \
	  echo "python3 can't make a virtual environment; on Debian, install python3-venv" >&2; exit 1; }
	.venv/bin/python -m pip install --quiet $(REQUIREMENTS:%=-r %)
	@touch $@

lint: ## check the form of the sources
	swift format lint --strict --recursive Package.swift Sources Tests Plugins
	python3 scripts/check-sources.py

install: packages ## put the compiler into PREFIX/bin; it needs nothing from here
	$(SWIFT_BUILD) --product amparo --static-swift-stdlib --scratch-path .build-install
	install -d '$(DESTDIR)$(PREFIX)/bin'
	install -m 755 -s .build-install/release/amparo '$(DESTDIR)$(PREFIX)/bin/amparo'

bench: build ## measure builds beside cmark-gfm and Hugo, packages, and the fold of the case library
	python3 Benchmarks/Pages/run.py $(AMPARO)
	python3 Benchmarks/packages.py $(AMPARO)
	swift run -c release --package-path Benchmarks/CaseFold --scratch-path .build-bench/fold

docs: ## build the API documentation of the case library; any warning fails
	scripts/build-docs.sh

clean: ## remove everything that was built
	rm -rf .build .build-bench .build-install .venv .venv-clients
	find Output -mindepth 1 ! -name .gitignore -delete

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16
