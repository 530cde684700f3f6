#pragma once
// Debian's libxml2 is built with ICU, and its headers then show ICU's own, which are another
// version than the one in Foundation. The only type it changes is never looked into from here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>

// What Swift can't call: a function pointer in a global variable.

/// Frees a text that libxml2 returned.
static inline void amparo_xml_free(void *text) { xmlFree(text); }
