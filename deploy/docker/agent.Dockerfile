# syntax=docker/dockerfile:1
# The agent's jar and nothing else, for an init container that copies it to where the application's JVM finds it. From the
# root of the repository:
#   docker build -f deploy/docker/agent.Dockerfile -t photofinish-agent:0.1.0 .
#   docker run --rm -v somewhere:/photofinish photofinish-agent:0.1.0
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -pl agent/entry -am -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM busybox:1.36.1-musl
COPY --chmod=0444 --from=build /build/agent/target/photofinish-agent.jar /photofinish-agent.jar
USER 10001:10001
ENTRYPOINT ["cp", "/photofinish-agent.jar", "/photofinish/photofinish-agent.jar"]
