# Everything a newcomer needs. Nothing is installed outside .venv; `make clean` undoes all of it.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STORE  ?= yange.kgl
READY  := $(VENV)/.ready
REPORT := build/tests.xml
# Of make neo4j: the version (the stable one when empty) and the port on this machine.
VERSION :=
PORT := 7687

# Programs that tests open files with, and the packages of Debian that hold them.
PROGRAMS := soffice pdftotext chromium dot
PACKAGES := libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils chromium graphviz fonts-noto-cjk

.PHONY: help demo neo4j test programs bench lint docs clean
.DEFAULT_GOAL := help

help:  ## Say what can be made
	@grep -hE '^[a-z0-9]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | sort | awk -F'\t' '{printf "  make %-8s %s\n", $$1, $$2}'

demo: $(READY)  ## Load the bundled samples and show what became of 環教小尖兵
	@$(BIN)/yange load --store $(STORE) samples
	@echo
	@$(BIN)/yange lineage --store $(STORE) 環教小尖兵
	@echo
	@echo 'The store is $(STORE). Ask it more ／ 接著可以問：'
	@echo '  $(BIN)/yange case 青創交流'
	@echo '  $(BIN)/yange search 台北市圖書館'
	@echo '  $(BIN)/yange lineage 智慧農業 --json'
	@echo "  $(BIN)/yange cypher 'MATCH (c:\`Case\`)-[:MERGES_INTO]->(d:\`Case\`) RETURN c.name AS merged, d.name AS into'"
	@echo '  $(BIN)/yange --help'
	@echo 'Open the explorer ／ 開啟圖形瀏覽器：'
	@echo '  $(BIN)/yange serve --store $(STORE) --open'

neo4j: $(READY)  ## Run a real Neo4j server on this machine until Ctrl-C (needs Java and Maven; VERSION=, PORT=)
	@$(BIN)/python -m tests.servers.neo4j --port $(PORT) $(if $(VERSION),--version $(VERSION))

test: $(READY) programs  ## Install what the tests need and run all of them
	@mkdir -p $(dir $(REPORT))
	$(BIN)/python -m pytest -n auto --dist loadgroup --junit-xml=$(REPORT)

programs:  ## Install the programs that tests open files with, where that can be done (root on Debian)
	@for program in $(PROGRAMS); do command -v $$program >/dev/null || missing="$$missing $$program"; done; \
	if [ -n "$$missing" ]; then \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    echo "Installing$$missing (once) …"; \
	    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(PACKAGES); } >/dev/null 2>&1 \
	      || echo "$$missing could not be installed; the tests that need them are skipped"; \
	  else echo "Tests that need$$missing are skipped; on Debian: apt-get install $(PACKAGES)"; fi; fi
	@[ -d node_modules/axe-core ] || ! command -v npm >/dev/null || npm ci --silent

bench: $(READY)  ## Measure start-up, loading, questions and pictures (docs/benchmarks.md)
	$(BIN)/python -m tests.bench.measure
	$(BIN)/python -m tests.bench.serve

lint: $(READY)  ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

docs: $(READY)  ## Write again the pages that are made from the code
	$(BIN)/python docs/write.py

clean:  ## Remove the environment, caches and the demo store
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis node_modules api/pages/static/vendor yange.kgl*

$(READY): pyproject.toml constraints.txt package-lock.json
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Yange needs Python 3.11 or later; say which with: make PYTHON=/path/to/python3'; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo 'Python cannot make environments here; on Debian: apt-get install python3-venv'; exit 1; }
	@echo 'Installing into $(VENV) (once) …'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@
