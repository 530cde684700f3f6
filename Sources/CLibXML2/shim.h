#pragma once
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
