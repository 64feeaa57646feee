<#-- One line for each bundled part, for Notices.java: licences (joined by " or "), group, artifact, version, name, address. -->
<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
<#assign licences = entry.getValue()/>
${licences?join(" or ")}	${project.groupId}	${project.artifactId}	${project.version}	${project.name}	${(project.url)!""}
</#list>
