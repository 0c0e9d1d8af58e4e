/* SPDX-License-Identifier: GPL-3.0-or-later
 * The JSON-stat reader: one row a rule of the format. All datasets here are invented. */
#include "config.h"

#include "dataset/jsonstat-reader.h"

#include <math.h>
#include <string.h>

/* Texts are written with ' for ", and turned before reading. */
static char *
turn (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static RsCatalog *
read_text (const char *text, GError **error)
{
  g_autofree char *json = turn (text);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return rs_jsonstat_read ("test", bytes, NULL, error);
}

static RsCatalog *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  RsCatalog *catalog = read_text (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (catalog);
  return catalog;
}

/* All diagnostics, one a line: `path: message`. */
static char *
list_diagnostics (const RsCatalog *catalog)
{
  const RsDiagnostics *diagnostics = rs_catalog_get_diagnostics (catalog);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < rs_diagnostics_get_n (diagnostics); i++)
    g_string_append_printf (list, "%s: %s\n", rs_diagnostics_get (diagnostics, i)->path,
                            rs_diagnostics_get (diagnostics, i)->message);
  return g_string_free (list, FALSE);
}

/* All cells, separated by spaces: numbers, "texts", or the reason; with (status). */
static char *
list_cells (const RsDataset *dataset)
{
  GString *list = g_string_new (NULL);

  for (guint64 cell = 0; cell < rs_dataset_get_n_cells (dataset); cell++)
    {
      RsObservation observation = rs_dataset_get_observation (dataset, cell);
      char buffer[RS_NUMBER_TEXT_MAX];

      g_string_append (list, cell > 0 ? " " : "");
      if (observation.text != NULL)
        g_string_append (list, observation.text);
      else if (observation.reason == RS_REASON_NONE)
        g_string_append (list, rs_number_to_text (observation.value, buffer));
      else
        g_string_append (list, rs_reason_to_string (observation.reason));
      if (observation.status != NULL)
        g_string_append_printf (list, "(%s)", observation.status);
    }
  return g_string_free (list, FALSE);
}

#define ID2 "'id':['r','t'],'size':[2,2]"
#define DIM_R "'r':{'category':{'index':['A','B']}}"
#define DIM_T "'t':{'category':{'index':['2001','2002']}}"
#define DIMS "'dimension':{" DIM_R "," DIM_T "}"
#define HEAD "{'version':'2.0','class':'dataset','label':'Invented',"
/* A dataset of four cells; @rest holds its value and what else is looked at. */
#define CUBE(rest) HEAD ID2 "," DIMS "," rest "}"
/* A dataset of one dimension with two categories. */
#define LIST(dimension, rest) HEAD "'id':['r'],'size':[2],'dimension':{'r':" dimension "}," rest "}"
#define VALUES2 "'value':[1,2]"

typedef struct
{
  const char *name;
  const char *text;
  const char *cells; /* of the first dataset; NULL where it must be refused, "" for none */
  const char
    *diagnostic; /* part of the list, "" for no diagnostics at all; of the error where refused */
  RsDatasetError code; /* where refused */
} Case;

#define PASSPORT(members_)                                                                         \
  CUBE ("'value':[1,2,3,4],'extension':{'renshe':{'version':1,'observations':{'1':{" members_      \
        "}}}}")

#define TILE(tile_)                                                                                \
  LIST ("{'category':{'index':['A','B']}}",                                                        \
        VALUES2 ",'extension':{'renshe':{'version':1,'category':{'r':{'A':{'tile':" tile_ "}}}}}")

#define REFUSED(name_, text_, code_, message_)                                                     \
  {                                                                                                \
    name_, text_, NULL, message_, RS_DATASET_ERROR_##code_                                         \
  }

static const Case cases[] = {
  /* response */
  { "plain", CUBE ("'value':[1,2,3,4]"), "1 2 3 4", "", 0 },
  { "version-higher", "{'version':'2.1','class':'dataset'," ID2 "," DIMS ",'value':[1,2,3,4]}",
    "1 2 3 4", "/version:", 0 },
  { "version-missing", "{'class':'dataset'," ID2 "," DIMS ",'value':[1,2,3,4]}", "1 2 3 4",
    "/version: The file does not say", 0 },
  { "version-number", "{'version':2.0,'class':'dataset'," ID2 "," DIMS ",'value':[1,2,3,4]}",
    "1 2 3 4", "/version: The file is of version 2.0", 0 },
  { "unknown-members", CUBE ("'value':[1,2,3,4],'foo':{'bar':[]},'href':'x'"), "1 2 3 4", "", 0 },
  REFUSED ("error-answer",
           "{'error':[{'status':413,'id':413,'label':'EXTRACTION_TOO_BIG'}]}",
           REMOTE,
           "EXTRACTION_TOO_BIG"),
  REFUSED ("error-class",
           "{'version':'2.0','class':'error','label':'no such table'}",
           REMOTE,
           "no such table"),
  REFUSED ("error-text", "{'error':'gone'}", REMOTE, "gone"),
  REFUSED ("error-bare", "{'error':[]}", REMOTE, "error instead of data"),
  REFUSED ("dimension-response",
           "{'version':'2.0','class':'dimension','category':{'index':['A']}}",
           UNSUPPORTED,
           "describes a dimension"),
  REFUSED ("dimension-response-without-category",
           "{'version':'2.0','class':'dimension','label':'x'}",
           INCONSISTENT,
           "must have a “category”"),
  REFUSED ("sdmx", "{'data':{'structures':[],'dataSets':[]}}", UNSUPPORTED, "SDMX-JSON"),
  REFUSED ("other-json", "{'a':1}", UNSUPPORTED, "no JSON-stat dataset"),
  REFUSED ("array-root", "[1]", UNSUPPORTED, "no JSON-stat dataset"),
  REFUSED ("no-json", "x", SYNTAX, "test:1:1:"),
  REFUSED ("no-id", HEAD "'size':[2,2]," DIMS ",'value':[]}", INCONSISTENT, "must have “id”"),
  REFUSED ("no-size", HEAD "'id':['r','t']," DIMS ",'value':[]}", INCONSISTENT, "must have “size”"),
  REFUSED ("no-dimension", HEAD ID2 ",'value':[]}", INCONSISTENT, "must have “dimension”"),
  REFUSED (
    "no-value", HEAD ID2 "," DIMS "}", INCONSISTENT, "test:/value: A dataset must have a “value”"),
  REFUSED ("value-null", CUBE ("'value':null"), INCONSISTENT, "/value"),
  REFUSED ("value-number", CUBE ("'value':7"), INCONSISTENT, "/value"),

  /* cube */
  REFUSED ("id-twice",
           HEAD "'id':['r','r'],'size':[2,2],'dimension':{" DIM_R "},'value':[1,2,3,4]}",
           INCONSISTENT,
           "test:/id/1:"),
  REFUSED ("id-number",
           HEAD "'id':[1],'size':[2],'dimension':{'1':{}},'value':[]}",
           INCONSISTENT,
           "test:/id/0:"),
  REFUSED ("more-sizes",
           HEAD "'id':['r'],'size':[2,2]," DIMS ",'value':[1,2]}",
           INCONSISTENT,
           "1 dimensions but 2 sizes"),
  REFUSED ("size-negative",
           HEAD "'id':['r'],'size':[-2]," DIMS ",'value':[1,2]}",
           INCONSISTENT,
           "test:/size/0:"),
  REFUSED ("size-fraction",
           HEAD "'id':['r'],'size':[2.5]," DIMS ",'value':[1,2]}",
           INCONSISTENT,
           "test:/size/0:"),
  REFUSED ("size-word",
           HEAD "'id':['r'],'size':['two']," DIMS ",'value':[1,2]}",
           INCONSISTENT,
           "test:/size/0:"),
  REFUSED ("size-null",
           HEAD "'id':['r'],'size':[null]," DIMS ",'value':[1,2]}",
           INCONSISTENT,
           "test:/size/0:"),
  REFUSED ("size-signed-text",
           HEAD "'id':['r'],'size':['+2']," DIMS ",'value':[1,2]}",
           INCONSISTENT,
           "test:/size/0:"),
  { "size-double", HEAD "'id':['r'],'size':[2.0],'dimension':{" DIM_R "}," VALUES2 "}", "1 2", "",
    0 },
  { "size-text", HEAD "'id':['r'],'size':['2'],'dimension':{" DIM_R "}," VALUES2 "}", "1 2",
    "/size/0: The size is written as a text", 0 },
  REFUSED ("size-huge",
           HEAD "'id':['r','t'],'size':[4000000000,4000000000]," DIMS ",'value':{}}",
           TOO_LARGE,
           "test:/size/0:"),
  REFUSED ("dimension-missing",
           HEAD ID2 ",'dimension':{" DIM_R "},'value':[1,2,3,4]}",
           INCONSISTENT,
           "“t” is listed but not described"),
  { "dimension-extra", HEAD "'id':['r'],'size':[2]," DIMS "," VALUES2 "}", "1 2",
    "/dimension/t: The dimension “t” is described but not part", 0 },
  { "size-zero",
    HEAD "'id':['r','t'],'size':[0,2],'dimension':{'r':{'category':{'index':{},'label':{}}}," DIM_T
         "},'value':{}}",
    "", "", 0 },
  { "no-dimensions", HEAD "'id':[],'size':[],'dimension':{},'value':[7]}", "7", "", 0 },
  { "row-major", CUBE ("'value':['A1','A2','B1','B2']"), "A1 A2 B1 B2", "", 0 },
  { "sparse", CUBE ("'value':{'3':4,'0':1}"), "1 missing missing 4", "", 0 },
  { "sparse-null", CUBE ("'value':{'0':null,'1':2}"), "missing 2 missing missing", "", 0 },
  { "sparse-text", CUBE ("'value':{'1':'1,5'}"), "missing 1,5 missing missing", "", 0 },
  { "nulls", CUBE ("'value':[null,2,null,4]"), "missing 2 missing 4", "", 0 },
  REFUSED (
    "key-beyond", CUBE ("'value':{'4':1}"), INCONSISTENT, "test:/value/4: There is no such cell"),
  REFUSED (
    "key-huge", CUBE ("'value':{'99999999999999999999999':1}"), INCONSISTENT, "no such cell"),
  REFUSED ("key-negative", CUBE ("'value':{'-1':1}"), INCONSISTENT, "test:/value/-1:"),
  REFUSED ("key-space", CUBE ("'value':{' 3':1}"), INCONSISTENT, "not the number of a cell"),
  REFUSED ("key-plus", CUBE ("'value':{'+3':1}"), INCONSISTENT, "not the number of a cell"),
  REFUSED ("key-zero", CUBE ("'value':{'03':1}"), INCONSISTENT, "not the number of a cell"),
  REFUSED ("key-word", CUBE ("'value':{'one':1}"), INCONSISTENT, "not the number of a cell"),
  REFUSED ("key-empty", CUBE ("'value':{'':1}"), INCONSISTENT, "not the number of a cell"),
  REFUSED ("key-twice",
           CUBE ("'value':{'1':1,'1':2}"),
           INCONSISTENT,
           "test:/value: The member “1” stands there twice"),
  { "value-empty", CUBE ("'value':[]"), "missing missing missing missing",
    "/value: The file describes the dataset but holds none", 0 },
  REFUSED ("value-short",
           CUBE ("'value':[1,2,3]"),
           INCONSISTENT,
           "test:/value: The number of values is 3, but the sizes ask for 4."),
  REFUSED ("value-long",
           CUBE ("'value':[1,2,3,4,5]"),
           INCONSISTENT,
           "test:/value: The number of values is 5, but the sizes ask for 4."),
  REFUSED ("value-boolean", CUBE ("'value':[1,2,true,4]"), INCONSISTENT, "test:/value/2:"),
  REFUSED ("value-array", CUBE ("'value':{'2':[1]}"), INCONSISTENT, "test:/value/2:"),
  { "value-text", CUBE ("'value':['1,5','..','',4]"), "1,5 ..  4", "", 0 },
  { "value-inexact", CUBE ("'value':[9007199254740993,9223372036854775807,-9007199254740993,1]"),
    "9007199254740992 9223372036854776000 -9007199254740992 1",
    "/value/0: The number 9007199254740993", 0 },
  { "value-beyond-int64", CUBE ("'value':[1e18,12345678901234567890,3,4]"),
    "1000000000000000000 12345678901234567000 3 4", "/value/1: The number 12345678901234567890",
    0 },
  REFUSED (
    "value-infinite", CUBE ("'value':[1e999,2,3,4]"), SYNTAX, "beyond what can be calculated with"),

  /* status */
  { "status-array", CUBE ("'value':[1,2,3,null],'status':['p',null,'','c']"),
    "1(p) 2 3 confidential(c)", "", 0 },
  { "status-object", CUBE ("'value':[1,2,3,4],'status':{'1':'p','2':null}"), "1 2(p) 3 4", "", 0 },
  { "status-text", CUBE ("'value':[1,2,3,4],'status':'e'"), "1(e) 2(e) 3(e) 4(e)", "", 0 },
  { "status-one-element", CUBE ("'value':[1,2,3,4],'status':['e']"), "1(e) 2(e) 3(e) 4(e)",
    "/status: The status has one element", 0 },
  { "status-empty-array", CUBE ("'value':[1,2,3,4],'status':[]"), "1 2 3 4",
    "/status: The status is empty.", 0 },
  { "status-null", CUBE ("'value':[1,2,3,4],'status':null"), "1 2 3 4", "", 0 },
  { "status-number", CUBE ("'value':[1,2,3,4],'status':5"), "1 2 3 4",
    "/status: The status is of type integer", 0 },
  { "status-comment", CUBE ("'value':[1,2,3,4],'status':{'comment':'x','0':'p'}"), "1(p) 2 3 4",
    "/status/comment:", 0 },
  { "status-wrapped",
    CUBE ("'value':[1,2,3,4],'status':{'value':{'0':'p'},'category':{'label':{}}}"), "1(p) 2 3 4",
    "/status: The statuses are wrapped", 0 },
  { "status-wrong-type", CUBE ("'value':[1,2,3,4],'status':{'0':7}"), "1 2 3 4",
    "/status/0: A status must be a text", 0 },
  { "status-of-empty-cell", CUBE ("'value':{},'status':{'2':'c'}"),
    "missing missing confidential(c) missing", "", 0 },
  REFUSED ("status-short",
           CUBE ("'value':[1,2,3,4],'status':['p','p']"),
           INCONSISTENT,
           "test:/status: There are 2 statuses"),
  REFUSED ("status-beyond",
           CUBE ("'value':[1,2,3,4],'status':{'4':'p'}"),
           INCONSISTENT,
           "test:/status/4:"),

  /* roles */
  { "role", CUBE ("'value':[1,2,3,4],'role':{'time':['t'],'geo':['r']}"), "1 2 3 4", "", 0 },
  { "role-null", CUBE ("'value':[1,2,3,4],'role':null"), "1 2 3 4", "", 0 },
  { "role-inner-null", CUBE ("'value':[1,2,3,4],'role':{'time':null}"), "1 2 3 4", "", 0 },
  { "role-unknown", CUBE ("'value':[1,2,3,4],'role':{'metric':['x']}"), "1 2 3 4",
    "/role/metric:", 0 },

  /* dimensions */
  REFUSED ("no-category",
           LIST ("{'label':'R'}", VALUES2),
           INCONSISTENT,
           "test:/dimension/r: The dimension “r” has no “category”."),
  REFUSED ("category-elsewhere", LIST ("{'href':'http://x'}", VALUES2), INCONSISTENT, "elsewhere"),
  { "index-object", LIST ("{'category':{'index':{'B':1,'A':0}}}", VALUES2), "1 2", "", 0 },
  REFUSED ("index-one-based",
           LIST ("{'category':{'index':{'A':1,'B':2}}}", VALUES2),
           INCONSISTENT,
           "test:/dimension/r/category/index/B:"),
  REFUSED ("index-position-twice",
           LIST ("{'category':{'index':{'A':0,'B':0}}}", VALUES2),
           INCONSISTENT,
           "Two categories have the position 0"),
  REFUSED ("index-fraction",
           LIST ("{'category':{'index':{'A':0,'B':0.5}}}", VALUES2),
           INCONSISTENT,
           "whole number from 0 to 1"),
  REFUSED ("index-text-position",
           LIST ("{'category':{'index':{'A':'0','B':1}}}", VALUES2),
           INCONSISTENT,
           "whole number"),
  REFUSED ("index-id-twice",
           LIST ("{'category':{'index':['A','A']}}", VALUES2),
           INCONSISTENT,
           "test:/dimension/r/category/index/1:"),
  REFUSED ("index-member-twice",
           LIST ("{'category':{'index':{'A':0,'A':1}}}", VALUES2),
           INCONSISTENT,
           "twice"),
  REFUSED ("index-short",
           LIST ("{'category':{'index':['A']}}", VALUES2),
           INCONSISTENT,
           "lists 1 categories, but its size is 2"),
  REFUSED ("index-long",
           LIST ("{'category':{'index':{'A':0,'B':1,'C':2}}}", VALUES2),
           INCONSISTENT,
           "lists 3 categories"),
  REFUSED (
    "index-number", LIST ("{'category':{'index':[1,2]}}", VALUES2), INCONSISTENT, "must be a text"),
  REFUSED (
    "index-scalar", LIST ("{'category':{'index':2}}", VALUES2), INCONSISTENT, "array or an object"),
  { "no-index-one",
    HEAD "'id':['r'],'size':[1],'dimension':{'r':{'category':{'label':{'A':'a'}}}},'value':[1]}",
    "1", "", 0 },
  { "no-index-several", LIST ("{'category':{'label':{'A':'a','B':'b'}}}", VALUES2), "1 2",
    "/dimension/r/category: The dimension “r” has no index", 0 },
  REFUSED ("no-index-no-label",
           LIST ("{'category':{}}", VALUES2),
           INCONSISTENT,
           "neither an index nor labels"),
  REFUSED ("no-index-count",
           LIST ("{'category':{'label':{'A':'a'}}}", VALUES2),
           INCONSISTENT,
           "lists 1 categories"),
  { "label-missing", LIST ("{'category':{'index':['A','B'],'label':{'B':'b'}}}", VALUES2), "1 2",
    "", 0 },
  { "label-unknown", LIST ("{'category':{'index':['A','B'],'label':{'C':'c'}}}", VALUES2), "1 2",
    "/dimension/r/category/label/C:", 0 },
  { "label-number", LIST ("{'category':{'index':['A','B'],'label':{'A':1}}}", VALUES2), "1 2",
    "/dimension/r/category/label/A: Type string", 0 },
  REFUSED ("label-twice",
           LIST ("{'category':{'index':['A','B'],'label':{'A':'a','A':'b'}}}", VALUES2),
           INCONSISTENT,
           "twice"),
  { "child", LIST ("{'category':{'index':['A','B'],'child':{'A':['B']}}}", VALUES2), "1 2", "", 0 },
  { "child-cycle", LIST ("{'category':{'index':['A','B'],'child':{'A':['B'],'B':['A']}}}", VALUES2),
    "1 2", "/dimension/r/category/child:", 0 },
  { "child-itself", LIST ("{'category':{'index':['A','B'],'child':{'A':['A']}}}", VALUES2), "1 2",
    "/dimension/r/category/child:", 0 },
  { "child-unknown", LIST ("{'category':{'index':['A','B'],'child':{'A':['C']}}}", VALUES2), "1 2",
    "child/A/0: The hierarchy names", 0 },
  { "child-unknown-parent", LIST ("{'category':{'index':['A','B'],'child':{'C':['A']}}}", VALUES2),
    "1 2", "child/C: The hierarchy", 0 },
  { "child-twice", LIST ("{'category':{'index':['A','B'],'child':{'A':['B','B']}}}", VALUES2),
    "1 2", "listed twice", 0 },
  { "unit",
    LIST ("{'category':{'index':['A','B'],'unit':{'A':{'decimals':1,'label':'u','symbol':'$','"
          "position':'start'}}}}",
          VALUES2),
    "1 2", "", 0 },
  { "unit-decimals",
    LIST ("{'category':{'index':['A','B'],'unit':{'A':{'decimals':-1}}}}", VALUES2), "1 2",
    "unit/A/decimals:", 0 },
  { "unit-all", LIST ("{'category':{'index':['A','B'],'unit':{'*':{'decimals':1}}}}", VALUES2),
    "1 2", "unit/*: The dimension has no category", 0 },
  { "unit-type", LIST ("{'category':{'index':['A','B'],'unit':{'A':'u'}}}", VALUES2), "1 2",
    "unit/A: Type object was expected and this is string", 0 },
  { "coordinates",
    LIST ("{'category':{'index':['A','B'],'coordinates':{'A':[100,30.5]}}}", VALUES2), "1 2", "",
    0 },
  { "coordinates-wrong",
    LIST ("{'category':{'index':['A','B'],'coordinates':{'A':[1000,30]}}}", VALUES2), "1 2",
    "coordinates/A:", 0 },
  { "note-text", LIST ("{'note':'one','category':{'index':['A','B']}}", VALUES2), "1 2",
    "/dimension/r/note: The note is a text", 0 },
  { "note-number", CUBE ("'value':[1,2,3,4],'note':[1]"), "1 2 3 4", "/note: A note must be", 0 },

  /* repeated members */
  REFUSED ("value-twice",
           CUBE ("'value':[1,2,3,4],'value':[5,6,7,8]"),
           INCONSISTENT,
           "test: The member “value” stands there twice"),
  REFUSED ("dimension-twice",
           HEAD ID2 ",'dimension':{" DIM_R "," DIM_R "," DIM_T "},'value':[1,2,3,4]}",
           INCONSISTENT,
           "test:/dimension: The member “r”"),
  { "extension-twice", CUBE ("'value':[1,2,3,4],'extension':{'a':1,'a':2}"), "1 2 3 4",
    "/extension: The member “a” stands there twice; the last one is used.", 0 },
  { "replaced", CUBE ("'value':['a\\u0000b',2,3,4]"),
    "a\xef\xbf\xbd"
    "b 2 3 4",
    "/value/0:", 0 },

  /* a change that is published with a figure */
  { "growth", PASSPORT ("'growth':-12.8,'difference':124"), "1 2 3 4", "", 0 },
  { "growth-text", PASSPORT ("'growth':'14.5'"), "1 2 3 4",
    "/extension/renshe/observations/1/growth: Type number was expected and this is string", 0 },
  { "growth-null", PASSPORT ("'growth':null"), "1 2 3 4", "", 0 },
  { "growth-object", PASSPORT ("'growth':{'percent':1}"), "1 2 3 4",
    "/extension/renshe/observations/1/growth: Type number was expected and this is object", 0 },
  { "difference-boolean", PASSPORT ("'difference':true"), "1 2 3 4",
    "/extension/renshe/observations/1/difference: Type number was expected and this is boolean",
    0 },
  { "difference-list", PASSPORT ("'difference':[3]"), "1 2 3 4",
    "/extension/renshe/observations/1/difference: Type number was expected and this is array", 0 },

  /* the extension's own keys and limits */
  { "observation-key-padded",
    CUBE ("'value':[1,2,3,4],'extension':{'renshe':{'version':1,'observations':{'01':{}}}}"),
    "1 2 3 4", "/extension/renshe/observations/01: “01” is not the number of a cell", 0 },
  { "observation-key-zero",
    CUBE ("'value':[1,2,3,4],'extension':{'renshe':{'version':1,'observations':{'0':{}}}}"),
    "1 2 3 4", "", 0 },
  { "tile", TILE ("[3,0]"), "1 2", "", 0 },
  { "tile-short", TILE ("[1]"), "1 2",
    "/extension/renshe/category/r/A/tile: A tile must be a column and a row", 0 },
  { "tile-long", TILE ("[1,2,3]"), "1 2",
    "/extension/renshe/category/r/A/tile: A tile must be a column and a row", 0 },
  { "tile-before", TILE ("[-1,0]"), "1 2",
    "/extension/renshe/category/r/A/tile: A tile must be a column and a row", 0 },
  { "tile-far", TILE ("[0,100]"), "1 2",
    "/extension/renshe/category/r/A/tile: A tile must be a column and a row", 0 },
  { "tile-half", TILE ("[0.5,1]"), "1 2",
    "/extension/renshe/category/r/A/tile: A tile must be a column and a row", 0 },
  { "tile-word", TILE ("['1','2']"), "1 2",
    "/extension/renshe/category/r/A/tile: A tile must be a column and a row", 0 },
  { "tile-null", TILE ("[null,1]"), "1 2",
    "/extension/renshe/category/r/A/tile: A tile must be a column and a row", 0 },
  { "tile-type", TILE ("5"), "1 2",
    "/extension/renshe/category/r/A/tile: Type array was expected and this is integer", 0 },
  { "selection-year-broken",
    CUBE ("'value':[1,2,3,4],'extension':{'renshe':{'version':1,'selection':{'year':2002.5}}}"),
    "1 2 3 4", "/extension/renshe/selection: The year to begin with", 0 },

  /* collections and bundles */
  { "collection-empty", "{'version':'2.0','class':'collection','link':{'item':[]}}", "", "", 0 },
  { "collection-without-list", "{'version':'2.0','class':'collection'}", "", "/link/item:", 0 },
  { "collection",
    "{'version':'2.0','class':'collection','link':{'item':[" CUBE ("'value':[1,2,3,4]") "]}}",
    "1 2 3 4", "", 0 },
  { "collection-nested",
    "{'version':'2.0','class':'collection','link':{'item':[{'class':'collection','link':{'item':"
    "[" CUBE ("'value':[1,2,3,4]") "]}}]}}",
    "1 2 3 4", "", 0 },
  { "collection-odd-item", "{'version':'2.0','class':'collection','link':{'item':[5]}}", "",
    "/link/item/0:", 0 },
  REFUSED ("collection-broken-item",
           "{'version':'2.0','class':'collection','link':{'item':[" CUBE ("'value':[1]") "]}}",
           INCONSISTENT,
           "test:/link/item/0/value:"),
  { "bundle", "{'one':{'dimension':{'id':['r'],'size':[2]," DIM_R "}," VALUES2 "}}", "1 2", "", 0 },
  { "bundle-other-members",
    "{'one':{'dimension':{'id':['r'],'size':[2]," DIM_R "}," VALUES2 "},'two':5}", "1 2",
    "/two: This member is no dataset.", 0 },
  REFUSED ("bundle-twice",
           "{'one':{'dimension':{'id':['r'],'size':[2]," DIM_R "}," VALUES2
           "},'one':{'dimension':{}}}",
           INCONSISTENT,
           "twice"),
  { "old-single",
    "{'dimension':{'id':['r'],'size':[2],'role':{'geo':['r']}," DIM_R "}," VALUES2 "}", "1 2", "",
    0 },
  { "old-with-class",
    "{'class':'dataset','dimension':{'id':['r'],'size':[2]," DIM_R "}," VALUES2 "}", "1 2", "", 0 },
  { "both-places",
    "{'id':['r'],'size':[2],'dimension':{'id':['r'],'size':[2]," DIM_R "}," VALUES2 "}", "1 2",
    "/version:", 0 },
  REFUSED ("both-places-differ",
           "{'id':['r'],'size':[2],'dimension':{'id':['r'],'size':[3]," DIM_R "}," VALUES2 "}",
           INCONSISTENT,
           "and they differ"),
  REFUSED ("old-broken-size",
           "{'one':{'dimension':{'id':['r'],'size':[8965],'r':{'category':{'label':{'A':'a'}}}},'"
           "value':{'0':1}}}",
           INCONSISTENT,
           "lists 1 categories, but its size is 8965"),
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RsCatalog) catalog = read_text (self->text, &error);
  g_autofree char *cells = NULL;
  g_autofree char *diagnostics = NULL;

  if (self->cells == NULL)
    {
      g_assert_null (catalog);
      g_assert_error (error, RS_DATASET_ERROR, (int) self->code);
      if (strstr (error->message, self->diagnostic) == NULL)
        g_assert_cmpstr (error->message, ==, self->diagnostic);
      g_assert_true (g_str_has_prefix (error->message, "test:"));
      return;
    }
  g_assert_no_error (error);
  cells = rs_catalog_get_n_datasets (catalog) > 0 ? list_cells (rs_catalog_get_dataset (catalog, 0))
                                                  : g_strdup ("");
  diagnostics = list_diagnostics (catalog);
  g_assert_cmpstr (cells, ==, self->cells);
  if (*self->diagnostic == '\0' || strstr (diagnostics, self->diagnostic) == NULL)
    g_assert_cmpstr (diagnostics, ==, self->diagnostic);
}

/* --- what the table cannot say ------------------------------------------------------------------
 */

static void
test_texts (void)
{
  g_autoptr (RsCatalog) catalog = read_good (
    CUBE ("'value':[1,2,3,4],'source':'Invented source','updated':'2026-08-01T11:00:00+0200',"
          "'note':['one ## two','<b>three</b> &lt; 4 &amp; x < 5','']"));
  const RsDataset *dataset = rs_catalog_get_dataset (catalog, 0);
  const char *const *notes = rs_dataset_get_notes (dataset);

  g_assert_cmpstr (rs_dataset_get_label (dataset)->original, ==, "Invented");
  g_assert_cmpstr (rs_dataset_get_source_text (dataset)->original, ==, "Invented source");
  g_assert_cmpstr (rs_dataset_get_updated (dataset), ==, "2026-08-01T11:00:00+0200");
  g_assert_cmpstr (notes[0], ==, "one\n two");
  g_assert_cmpstr (notes[1], ==, "three < 4 & x < 5");
  g_assert_null (notes[2]);
  g_assert_cmpstr (rs_dataset_get_path (dataset), ==, "");
  g_assert_cmpuint (strlen (rs_dataset_get_release (dataset)), ==, 64);
  g_assert_cmpstr (rs_dataset_get_release (dataset), ==, rs_catalog_get_release (catalog));
}

static void
test_published_change (void)
{
  g_autoptr (RsCatalog) catalog = read_good (PASSPORT ("'growth':-12.8,'difference':'x'"));
  const RsObservation observation =
    rs_dataset_get_observation (rs_catalog_get_dataset (catalog, 0), 1);

  g_assert_nonnull (observation.passport);
  g_assert_true (observation.passport->has_growth);
  g_assert_cmpfloat (observation.passport->growth, ==, -12.8);
  g_assert_false (observation.passport->has_difference);
}

static void
test_old_texts (void)
{
  g_autoptr (RsCatalog) catalog =
    read_good ("{'one':{'title':'Invented','lastUpdateDate':1446764400000,"
               "'dimension':{'id':['r'],'size':[2],'role':{'geo':['r']}," DIM_R "}," VALUES2 "}}");
  const RsDataset *dataset = rs_catalog_get_dataset (catalog, 0);

  g_assert_cmpstr (rs_catalog_get_class (catalog), ==, "bundle");
  g_assert_cmpstr (rs_catalog_get_version (catalog), ==, "1.x");
  g_assert_cmpstr (rs_dataset_get_id (dataset), ==, "one");
  g_assert_cmpstr (rs_dataset_get_path (dataset), ==, "/one");
  g_assert_cmpstr (rs_dataset_get_label (dataset)->original, ==, "Invented");
  g_assert_cmpstr (rs_dataset_get_updated (dataset), ==, "2015-11-05T23:00:00Z");
  g_assert_cmpint (rs_dataset_get_dimension (dataset, 0)->role, ==, RS_ROLE_GEO);
  g_assert_false (rs_dataset_get_dimension (dataset, 0)->role_guessed);
}

static void
test_label_order (void)
{
  g_autoptr (RsCatalog) catalog = read_good (
    LIST ("{'label':'R','category':{'index':{'B':1,'A':0},'label':{'B':'bee','A':'ay'},"
          "'note':{'B':['x<br>y']},'coordinates':{'A':[106.5,29.5]},"
          "'unit':{'A':{'decimals':2,'label':'10,000 persons','base':'persons','multiplier':4}}}}",
          VALUES2));
  const RsDimension *dimension = rs_dataset_get_dimension (rs_catalog_get_dataset (catalog, 0), 0);
  const RsCategory *first = &dimension->categories[0];
  const RsCategory *second = &dimension->categories[1];

  g_assert_cmpstr (first->id, ==, "A");
  g_assert_cmpstr (first->label.original, ==, "ay");
  g_assert_cmpstr (second->label.original, ==, "bee");
  g_assert_cmpstr (second->notes[0], ==, "x\ny");
  g_assert_true (first->has_coordinates);
  g_assert_cmpfloat (first->longitude, ==, 106.5);
  g_assert_cmpint (first->unit.decimals, ==, 2);
  g_assert_cmpint (first->unit.exponent, ==, 4);
  g_assert_cmpstr (first->unit.base, ==, "persons");
  g_assert_false (second->unit.present);
  g_assert_cmpint (rs_dimension_find (dimension, "B"), ==, 1);
}

static void
test_dropped_hierarchy (void)
{
  g_autoptr (RsCatalog) catalog =
    read_good (LIST ("{'category':{'index':['A','B'],'child':{'A':['B'],'B':['C']}}}", VALUES2));
  const RsDimension *dimension = rs_dataset_get_dimension (rs_catalog_get_dataset (catalog, 0), 0);

  g_assert_cmpuint (dimension->categories[0].n_children, ==, 0);
  g_assert_cmpuint (dimension->categories[1].n_parents, ==, 0);
}

static void
test_links (void)
{
  g_autoptr (RsCatalog) catalog =
    read_good ("{'version':'2.0','class':'collection','label':'Invented','link':{'item':["
               "{'class':'dataset','href':'http://invented/1','label':'one'},"
               "{'class':'collection','href':'http://invented/2'}]}}");

  g_assert_cmpuint (rs_catalog_get_n_datasets (catalog), ==, 0);
  g_assert_cmpuint (rs_catalog_get_n_links (catalog), ==, 2);
  g_assert_cmpstr (rs_catalog_get_link (catalog, 0)->href, ==, "http://invented/1");
  g_assert_cmpstr (rs_catalog_get_link (catalog, 0)->label, ==, "one");
  g_assert_null (rs_catalog_get_link (catalog, 1)->label);
  g_assert_cmpstr (rs_catalog_get_label (catalog)->original, ==, "Invented");
}

static void
append_dimension (GString *text, char name, guint n)
{
  g_string_append_printf (text, "%s\"%c\":{\"category\":{\"index\":[", name > 'a' ? "," : "", name);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\"%u\"", i > 0 ? "," : "", i);
  g_string_append (text, "]}}");
}

/* Four dimensions of 2,000 and two values: a legal file of some 60 kB that describes 1.6e13 cells.
 */
static void
test_huge_sparse (void)
{
  GString *text =
    g_string_new ("{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"a\",\"b\",\"c\",\"d\"],"
                  "\"size\":[2000,2000,2000,2000],\"status\":\"e\",\"dimension\":{");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RsCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  const RsDataset *dataset;

  for (char name = 'a'; name <= 'd'; name++)
    append_dimension (text, name, 2000);
  g_string_append (text, "},\"value\":{\"0\":1.5,\"15999999999999\":2.5}}");
  bytes = g_string_free_to_bytes (text);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 70000);
  catalog = rs_jsonstat_read ("test", bytes, NULL, &error);
  g_assert_no_error (error);
  dataset = rs_catalog_get_dataset (catalog, 0);
  g_assert_cmpuint (rs_dataset_get_n_cells (dataset), ==, G_GUINT64_CONSTANT (16000000000000));
  g_assert_cmpfloat (rs_dataset_get_value (dataset, G_GUINT64_CONSTANT (15999999999999)), ==, 2.5);
  g_assert_true (isnan (rs_dataset_get_value (dataset, 77)));
  g_assert_cmpstr (rs_dataset_get_observation (dataset, 77).status, ==, "e");
}

/* Products that wrap around 64 bits. */
static void
test_overflowing_product (void)
{
  GString *text = g_string_new ("{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (char name = 'a'; name <= 'h'; name++)
    g_string_append_printf (text, "%s\"%c\"", name > 'a' ? "," : "", name);
  g_string_append (text, "],\"size\":[256,256,256,256,256,256,256,256],\"dimension\":{");
  for (char name = 'a'; name <= 'h'; name++)
    append_dimension (text, name, 256);
  g_string_append (text, "},\"value\":{}}");
  bytes = g_string_free_to_bytes (text);
  g_assert_null (rs_jsonstat_read ("test", bytes, NULL, &error));
  g_assert_error (error, RS_DATASET_ERROR, RS_DATASET_ERROR_TOO_LARGE);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *json = turn (CUBE ("'value':[1,2,3,4]"));
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));

  g_cancellable_cancel (cancellable);
  g_assert_null (rs_jsonstat_read ("test", bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/dataset/jsonstat-reader/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/dataset/jsonstat-reader/texts", test_texts);
  g_test_add_func ("/dataset/jsonstat-reader/published-change", test_published_change);
  g_test_add_func ("/dataset/jsonstat-reader/old-texts", test_old_texts);
  g_test_add_func ("/dataset/jsonstat-reader/label-order", test_label_order);
  g_test_add_func ("/dataset/jsonstat-reader/dropped-hierarchy", test_dropped_hierarchy);
  g_test_add_func ("/dataset/jsonstat-reader/links", test_links);
  g_test_add_func ("/dataset/jsonstat-reader/huge-sparse", test_huge_sparse);
  g_test_add_func ("/dataset/jsonstat-reader/overflowing-product", test_overflowing_product);
  g_test_add_func ("/dataset/jsonstat-reader/cancelled", test_cancelled);
  return g_test_run ();
}
