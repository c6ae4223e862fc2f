(() => {
    "use strict";

    const JDK = /^(java|javax|jdk|sun|com\.sun)\./;
    const NEUTRAL = "hsl(0, 0%, 78%)";
    const MATCH = "hsl(300, 75%, 78%)";

    const stacks = JSON.parse(document.getElementById("stacks").textContent);
    const total = stacks.value;
    const place = document.getElementById("graph");
    const search = document.getElementById("search");
    const matches = document.getElementById("matches");

    function time(nanos) {
        if (nanos < 1e6) {
            return (nanos / 1e3).toFixed(0) + " µs";
        }
        if (nanos < 1e9) {
            return (nanos / 1e6).toFixed(1) + " ms";
        }
        return nanos < 120e9 ? (nanos / 1e9).toFixed(1) + " s" : (nanos / 60e9).toFixed(1) + " min";
    }

    const share = nanos => time(nanos) + ", " + (100 * nanos / total).toFixed(2) + " %";

    // Class.method without the package.
    const short = name => name.split(".").slice(-2).join(".");

    // Frames of one class have one colour.
    function colour(name) {
        if (!name.includes(".")) {
            return NEUTRAL;
        }
        const className = name.slice(0, name.lastIndexOf("."));
        let hash = 0;
        for (let i = 0; i < className.length; i++) {
            hash = (31 * hash + className.charCodeAt(i)) >>> 0;
        }
        const lightness = 66 + hash % 13;
        return JDK.test(name)
            ? `hsl(${200 + hash % 17}, 30%, ${lightness}%)`
            : `hsl(${18 + hash % 31}, 85%, ${lightness}%)`;
    }

    // The width of a frame changes with the zoom, its data does not.
    function tooltip() {
        const box = document.createElement("div");
        box.className = "d3-flame-graph-tip";
        box.hidden = true;
        const tip = () => document.body.append(box);
        tip.show = (event, frame) => {
            box.textContent = frame.data.name + "\n" + share(frame.data.value);
            box.hidden = false;
            const left = Math.min(event.clientX + 12, window.innerWidth - box.offsetWidth - 12);
            const below = event.clientY + 16;
            const fits = below + box.offsetHeight < window.innerHeight;
            box.style.left = Math.max(0, left) + "px";
            box.style.top = Math.max(0, fits ? below : event.clientY - box.offsetHeight - 8) + "px";
        };
        tip.hide = () => {
            box.hidden = true;
        };
        return tip;
    }

    function say(found) {
        const outermost = found.filter(frame => !frame.ancestors().some(other => other !== frame && other.highlight));
        const nanos = outermost.reduce((sum, frame) => sum + frame.data.value, 0);
        matches.textContent = found.length === 0 ? "no frame matches" : "matched: " + share(nanos);
    }

    const zoomMillis = window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250;
    const chart = flamegraph.default()
        .width(place.clientWidth)
        .cellHeight(20)
        .minFrameSize(0.3)
        .inverted(true)
        .tooltip(tooltip())
        .getName(frame => short(frame.data.name))
        .setColorMapper(frame => frame.highlight ? MATCH : colour(frame.data.name))
        .setSearchMatch((frame, term) => frame.data.name.toLowerCase().includes(term))
        .setSearchHandler(say);

    function find() {
        const term = search.value.trim().toLowerCase();
        if (term === "") {
            matches.textContent = "";
            chart.clear();
        } else {
            chart.search(term);
        }
    }

    // Only a zoom is animated: what grows in is not there yet when the page is printed, or a picture taken of it. d3 runs a
    // transition without duration by a timer, too, and d3-flame-graph lets new rectangles grow for d3's own 250 ms, whatever
    // is set; the width to which they grow is that of their group.
    function atOnce(draw) {
        chart.transitionDuration(0);
        draw();
        d3.timerFlush();
        d3.select(place).selectAll("g.frame").each(function () {
            d3.select(this).select("rect").interrupt().attr("width", this.getAttribute("width"));
        });
        chart.transitionDuration(zoomMillis);
    }

    atOnce(() => d3.select(place).datum(stacks).call(chart));

    search.addEventListener("input", find);
    document.getElementById("reset").addEventListener("click", () => {
        search.value = "";
        find();
        chart.resetZoom();
    });
    window.addEventListener("resize", () => atOnce(() => chart.width(place.clientWidth).update()));
})();
