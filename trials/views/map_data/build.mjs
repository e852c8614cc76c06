// Makes world.json and us.json beside this file. Run once; the results are committed.
//
//   npm install world-atlas@2.0.2 us-atlas@3.0.1 topojson-client@3.1.0 topojson-server@3.0.1 \
//     topojson-simplify@3.0.3 d3-geo@3.1.2 d3-geo-projection@4.0.0 i18n-iso-countries@7.14.0
//   node build.mjs
//
// smallest: shapes of at least this area (steradians) are kept, and the largest of every country;
// detail: corners of smaller triangles (steradians) are dropped; steps: of longitude, all around.
// Shapes are cut at the antimeridian. Ids: ISO 3166 alpha-2; postal codes of the states.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";

const require = createRequire(import.meta.url);
const countries = require("i18n-iso-countries");
const WORLD = { smallest: 5e-5, detail: 2e-5, steps: 3600 };
const US = { smallest: 5e-6, detail: 1.2e-6, steps: 9000 };
const FIPS = {
  "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE",
  11: "DC", 12: "FL", 13: "GA", 15: "HI", 16: "ID", 17: "IL", 18: "IN", 19: "IA", 20: "KS",
  21: "KY", 22: "LA", 23: "ME", 24: "MD", 25: "MA", 26: "MI", 27: "MN", 28: "MS", 29: "MO",
  30: "MT", 31: "NE", 32: "NV", 33: "NH", 34: "NJ", 35: "NM", 36: "NY", 37: "NC", 38: "ND",
  39: "OH", 40: "OK", 41: "OR", 42: "PA", 44: "RI", 45: "SC", 46: "SD", 47: "TN", 48: "TX",
  49: "UT", 50: "VT", 51: "VA", 53: "WA", 54: "WV", 55: "WI", 56: "WY",
};
const flat = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).precision(0);

function load(path, object) {
  const atlas = JSON.parse(readFileSync(require.resolve(path), "utf8"));
  return feature(atlas, atlas.objects[object]).features;
}

function polygons(geometry) {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

function withoutSmall(one, smallest) {
  const sized = polygons(one.geometry)
    .map((coordinates) => [geoArea({ type: "Polygon", coordinates }), coordinates])
    .sort((a, b) => b[0] - a[0]);
  const kept = sized.filter(([area], position) => position === 0 || area >= smallest);
  return { type: "MultiPolygon", coordinates: kept.map(([, coordinates]) => [coordinates[0]]) };
}

function cut(geometry) {
  const projected = geoProject(geometry, flat);
  return polygons(projected).map((rings) => [rings[0].map(([x, y]) => [x, -y])]);
}

function build(name, features, id, { smallest, detail, steps }) {
  const shapes = features
    .filter((one) => id(one) !== null)
    .map((one) => ({
      type: "Feature",
      id: id(one),
      properties: {},
      geometry: { type: "MultiPolygon", coordinates: cut(withoutSmall(one, smallest)) },
    }));
  const whole = topology({ shapes: { type: "FeatureCollection", features: shapes } });
  const simple = simplify(presimplify(whole, sphericalTriangleArea), detail);
  const small = quantized(simple, steps);
  writeFileSync(new URL(`./${name}`, import.meta.url), JSON.stringify(small));
}

// TopoJSON with steps of 360/steps degrees, the same in both directions.
function quantized(simple, steps) {
  const size = 360 / steps;
  const arcs = simple.arcs.map((arc) => {
    const line = [];
    let [x, y] = [0, 0];
    for (const [lon, lat] of arc) {
      const [nx, ny] = [Math.round((lon + 180) / size), Math.round((lat + 90) / size)];
      const isNew = !line.length || nx !== x || ny !== y;
      if (isNew) line.push(line.length ? [nx - x, ny - y] : [nx, ny]);
      [x, y] = [nx, ny];
    }
    return line.length > 1 ? line : [...line, [0, 0]];
  });
  const { geometries } = simple.objects.shapes;
  const kept = geometries.map(({ id, arcs: rings }) => ({ type: "MultiPolygon", id, arcs: rings }));
  const objects = { shapes: { type: "GeometryCollection", geometries: kept } };
  return { type: "Topology", transform: { scale: [size, size], translate: [-180, -90] }, objects, arcs };
}

const alpha2 = (one) => {
  if (one.properties.name === "Kosovo") return "XK";
  if (one.id === "010") return null; // Antarctica: below the map's edge
  return one.id ? countries.numericToAlpha2(one.id) : "";
};
build("world.json", load("world-atlas/countries-50m.json", "countries"), alpha2, WORLD);
build("us.json", load("us-atlas/states-10m.json", "states"), (one) => FIPS[one.id] ?? null, US);
