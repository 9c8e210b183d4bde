# Yange's command line as an image: docker compose build yange, or docker build -t yange .
FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml hatch_build.py package.json package-lock.json .npmrc constraints.txt README.md LICENSE ./
COPY loaders loaders
COPY graph graph
COPY queries queries
COPY visualizations visualizations
COPY api api
COPY yange yange
COPY samples samples
RUN python -m venv /opt/yange \
 && /opt/yange/bin/pip install --no-cache-dir --disable-pip-version-check --constraint constraints.txt .

FROM python:3.12-slim
RUN useradd --system --uid 10001 --create-home yange
COPY --from=build /opt/yange /opt/yange
ENV PATH=/opt/yange/bin:$PATH PYTHONUTF8=1 PYTHONUNBUFFERED=1
USER yange
WORKDIR /home/yange
ENTRYPOINT ["yange"]
CMD ["--help"]
